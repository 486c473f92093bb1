using System.IO;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Each command ends at once when it is to end, whatever it waits for, and leaves nothing behind.</summary>
public class StopTests
{
    [Theory]
    [MemberData(nameof(CallState.Names), MemberType = typeof(CallState))]
    public void A_command_can_be_stopped_while_it_waits_for(string what)
    {
        using var folder = new TemporaryFolder();
        var state = CallState.All.Single(known => known.Name == what);
        var samples = CommandSamples.WithCalls()
            .Where(sample => sample.Command != "Connect-BatchFlow" || what == CallState.Token).ToList();

        StoppedCommand.AssertAtOnce([.. samples.Select(Stop)]);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));

        StoppedCommand Stop(CommandSample sample)
        {
            var engine = CommandSamples.Start(folder.Path, retries: 4);
            engine.Run(state.Script, "$sandbox.Service.ResetCounters()");
            return new StoppedCommand(engine, sample.Script, state.IsReached, state.HoldsConnection);
        }
    }

    [Fact]
    public void Wanting_only_the_first_object_ends_a_command()
    {
        using var folder = new TemporaryFolder();
        var ended = CommandSamples.WithCalls().Select(End).ToList();

        Assert.All(ended, end => Assert.Equal(end.Requests, end.Traffic.Requests));
        ended.ForEach(end => end.Engine.Dispose());

        (Engine Engine, Traffic Traffic, long Requests) End(CommandSample sample)
        {
            var engine = CommandSamples.Start(folder.Path);
            // 'break' leaves the pipeline in the same way as Select-Object -First.
            engine.Run(
                "$sandbox.Service.Latency = '00:00:00.02'",
                $"foreach ($once in 1) {{ {sample.Script} | ForEach-Object {{ break }} }}");
            var traffic = Traffic.Of(engine);
            Assert.NotEqual(0, traffic.Requests);
            Runs.WaitUntil(() => traffic.InFlight == 0);
            return (engine, traffic, traffic.Requests);
        }
    }

    [Fact]
    public void A_connection_that_is_stopped_while_it_is_made_is_none()
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$sandbox.Service.InjectTokenFault('Hang', 1)", "$sandbox.Service.ResetCounters()");
        var traffic = Traffic.Of(engine);
        using var shell = Runs.Begin(engine, "$sandbox | Connect-BatchFlow -Name other", []);
        Runs.WaitUntil(() => traffic.TokenCalls == 1);

        shell.Stop();

        Assert.Equal(["sandbox"], engine.Run("(Get-BatchFlowConnection).Name").Texts);
    }

    [Fact]
    public void A_sandbox_that_is_stopped_while_it_is_made_is_none()
    {
        using var engine = new Engine();
        using var shell = Runs.Begin(engine, "Start-BatchFlowSandbox -FlowCount 100000", []);

        shell.Stop();

        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Empty(engine.Run("Get-BatchFlowSandbox").Output);
    }
}
