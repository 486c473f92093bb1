using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What a command shows that takes longer than a moment.</summary>
public class LifeSignTests
{
    private const string Flows = "3001, 3002, 3003";

    [Theory]
    [InlineData(1, "^[012] done, now 300[123]$")]
    [InlineData(2, "^[012] of 3 done, now 300[123]$")]
    public void Bulk_work_shows_how_much_is_done_and_what_is_under_way(int limit, string status)
    {
        using var engine = Engine.WithSandbox();

        var shown = Shown(
            engine, "Set-BatchFlowSandbox -LatencyMilliseconds 1500",
            $"Export-BatchFlow {Flows} -ThrottleLimit {limit}");

        Assert.Contains(shown, record => record.RecordType == ProgressRecordType.Processing);
        Assert.All(shown.SkipLast(1), record => Assert.Matches(status, record.StatusDescription));
        Assert.All(shown, record => Assert.Equal("Export-BatchFlow", record.Activity));
        Assert.Equal(ProgressRecordType.Completed, shown[^1].RecordType);
        Assert.InRange(shown.Count, 2, 20);
    }

    [Fact]
    public void A_list_and_the_pause_before_a_retry_are_shown()
    {
        using var engine = Engine.WithSandbox(retries: 1);

        var shown = Shown(
            engine, "Set-BatchFlowSandbox -Fault TooManyRequestsWithSeconds -Count 1", "Get-BatchFlow -Mine");

        Assert.Contains(shown, record =>
            record.StatusDescription.StartsWith(
                "Waiting for the service. The call is retried in ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-BatchFlow")]
    [InlineData("Export-BatchFlow 3001, 3002 -ThrottleLimit 1")]
    public void Nothing_is_shown_while_a_later_command_works_on_a_result(string command)
    {
        using var engine = Engine.WithSandbox();

        var shown = Shown(
            engine, "Set-BatchFlowSandbox -LatencyMilliseconds 1500",
            $"{command} | & {{ [CmdletBinding()] param([Parameter(ValueFromPipeline)] $result) process {{ "
                + $"$PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(1, 'later', \"$result\")) }} }}");

        var own = shown.FindAll(record => record.Activity != "later");
        Assert.Contains(own, record => record.RecordType == ProgressRecordType.Processing);
        Assert.All(
            shown.Zip(shown.Skip(1)).Where(pair => pair.First.Activity != "later" && pair.Second.Activity == "later"),
            pair => Assert.Equal(ProgressRecordType.Completed, pair.First.RecordType));
    }

    [Fact]
    public void A_short_command_shows_nothing()
    {
        using var engine = Engine.WithSandbox();

        // A busy machine makes it a long one now and then.
        Assert.Contains(Enumerable.Range(0, 20).Select(_ => Shown(engine, "Get-BatchFlow")), shown => shown.Count == 0);
    }

    [Fact]
    public void A_command_that_is_stopped_says_how_far_it_came_and_how_to_go_on()
    {
        using var engine = Engine.WithSandbox();
        var traffic = Traffic.Of(engine);
        Assert.Empty(engine.Run("Set-BatchFlowSandbox -Fault Hang -Count 2").Errors);
        var output = new PSDataCollection<PSObject>();
        using var shell = Runs.Begin(engine, $"Export-BatchFlow {Flows} -ThrottleLimit 2", output);
        Runs.WaitUntil(() => traffic.InFlight == 2);

        shell.Stop();

        Assert.Contains(
            "Export-BatchFlow was stopped: 0 of 3 done. Run it again for the others, from 3001 on.", engine.TakeText(),
            StringComparison.Ordinal);
    }

    private static List<ProgressRecord> Shown(Engine engine, params string[] script)
    {
        using var shell = System.Management.Automation.PowerShell.Create(engine.Runspace)
            .AddScript(string.Join("\n", script));
        shell.Invoke();
        Assert.Empty(shell.Streams.Error);
        return [.. shell.Streams.Progress];
    }
}
