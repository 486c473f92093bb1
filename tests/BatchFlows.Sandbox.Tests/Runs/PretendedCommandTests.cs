using System;

namespace BatchFlows.Sandbox.Tests;

public class PretendedCommandTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("sleep 5", 5, 0)]
    [InlineData("sleep 0.5 && sleep 2", 2.5, 0)]
    [InlineData("prepare;sleep 3\nexit 4", 3, 4)]
    [InlineData("exit 4; sleep 3", 0, 4)]
    [InlineData("{ sleep 3; } || (exit 2)", 3, 2)]
    [InlineData("echo sleep 3", 0, 0)]
    [InlineData("echo 'exit 3'; sleep 1", 1, 0)]
    [InlineData("oversleep 3; --exit 4; sys.exit(1 if bad else 0); asleep", 0, 0)]
    [InlineData("exit 3 # until run 2", 0, 3)]
    [InlineData("sleep \u0663; exit \u0663", 0, 0)]
    [InlineData("sleep 99999999; sleep 99999999", 365 * 86400, 0)]
    public void A_command_is_read_step_by_step(string text, double seconds, int exitCode)
    {
        var command = new PretendedCommand(text, 1);
        Assert.Equal((TimeSpan.FromSeconds(seconds), exitCode), (command.Sleep, command.ExitCode));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 0)]
    public void A_failure_can_end_with_a_run(int run, int exitCode) =>
        Assert.Equal(exitCode, new PretendedCommand("exit 3 # until run 3", run).ExitCode);

    [Theory]
    [InlineData(0, "one,two words,three")]
    [InlineData(9.9, "one,two words,three")]
    [InlineData(10, "one,two words,three,10 s of 25.5 s")]
    [InlineData(25.4, "one,two words,three,10 s of 25.5 s,20 s of 25.5 s")]
    [InlineData(25.5, "one,two words,three,10 s of 25.5 s,20 s of 25.5 s,four")]
    public void Output_comes_in_its_time(double seconds, string lines) =>
        Assert.Equal(lines, string.Join(',', new PretendedCommand(
        "echo one; echo \"two words\" && echo 'three' ; sleep 25.5; echo four; exit 1; echo five", 1)
            .OutputAfter(TimeSpan.FromSeconds(seconds))));
}
