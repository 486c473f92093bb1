using System;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Keys, progress and Ctrl+C at a terminal. Other tests guard each of these without one.</summary>
public class TerminalTests
{
    private const string Tab = "\t";
    private const string Enter = "\r";
    private const string CtrlC = "\x03";

    [Fact]
    public async Task A_flow_is_completed_by_a_part_of_its_name_waited_for_and_left()
    {
        await using var terminal = Start("Set-BatchFlowSandbox -Speed 1 -TaskSeconds 600");
        await terminal.WaitForPromptAsync();

        terminal.Type("Start-BatchFlow met");
        // On a busy machine the answer may come too late for the first Tab, and is there for the next.
        await terminal.TypeUntilAsync(Tab, "Start-BatchFlow 3001");
        terminal.Type(" -Wait" + Enter);
        await terminal.WaitForAsync("[0 of 1 have ended. 3001-");
        terminal.Type(CtrlC);
        await terminal.WaitForAsync("WARNING: ");
        await terminal.WaitForPromptAsync();

        terminal.Type("'still ' + 'here'" + Enter);
        await terminal.WaitForAsync("still here");
        await terminal.WaitForPromptAsync();
    }

    [Fact]
    public async Task A_command_for_many_flows_shows_how_far_it_is_and_where_it_was_stopped()
    {
        await using var terminal = Start("Set-BatchFlowSandbox -LatencyMilliseconds 1000");
        await terminal.WaitForPromptAsync();

        terminal.Type("Get-BatchFlow | Export-BatchFlow -ThrottleLimit 1" + Enter);
        await terminal.WaitForAsync(" done, now 300"); // the first is 2924, so one is done
        terminal.Type(CtrlC);
        await terminal.WaitForAsync("WARNING: Export-BatchFlow was stopped: ");
        await terminal.WaitForPromptAsync();
    }

    [Fact]
    public async Task A_run_is_redrawn_in_place_until_it_is_left()
    {
        await using var terminal = Start("Set-BatchFlowSandbox -Speed 1 -TaskSeconds 600");
        await terminal.WaitForPromptAsync();

        terminal.Type("Start-BatchFlow 3001 | Watch-BatchFlowInstance" + Enter);
        await terminal.WaitForAsync(", running, 0:02");
        await terminal.WaitForAsync(", running, 0:03");
        terminal.Type(CtrlC);
        await terminal.WaitForPromptAsync();

        terminal.Type("'still ' + 'here'" + Enter);
        await terminal.WaitForAsync("still here");
        await terminal.WaitForPromptAsync();
        var frames = Regex.Match(
            terminal.Written, @"etl_meter_readings  3001-.*?ready> ", RegexOptions.Singleline).Value;
        Assert.Matches(@"\e\[[0-9]+Aetl_meter_readings ", frames);
        // The cursor is seen at the beginning of the line below, where the prompt follows.
        Assert.True(
            Regex.IsMatch(frames, @"\n\e\[J(\r|\e\[[^J]{1,5})*ready> $"), frames[Math.Max(0, frames.Length - 300)..]);
        Assert.DoesNotContain("\e[?25l", frames, StringComparison.Ordinal);
        Assert.Matches(@"\n[^\n]*\e\[36m[^ ]\e\[0m [^\n]*\e\[36mrunning\e\[0m, 0:03", frames);
        Assert.DoesNotMatch(@"\e\[[1-9][0-9;]*m[^\e]*(\e(?!\[0m)|$)", frames);

        terminal.Type("$PSStyle.OutputRendering = 'PlainText'; Get-BatchFlowInstance -Status Running | "
            + "Watch-BatchFlowInstance -TimeoutSeconds 0 -ErrorAction Ignore; 'plain ' + 'now'" + Enter);
        await terminal.WaitForAsync(" running, 0:");
        await terminal.WaitForAsync("plain now");
        var plain = terminal.Written[terminal.Written.LastIndexOf("etl_meter_readings  ", StringComparison.Ordinal)..];
        Assert.DoesNotMatch(@"\e\[[0-9;]*m[^\n]*running", plain);
    }

    private static Terminal Start(string script)
    {
        Assert.SkipUnless(Terminal.IsThere, "The program 'script' of Linux, which provides a terminal, is not there.");
        return new Terminal($"Import-Module '{Paths.Manifest}'; Connect-BatchFlow -Sandbox; {script}");
    }
}
