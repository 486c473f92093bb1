using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Commands that wait for runs, which may take hours, end at once when they are stopped.</summary>
public class StopWaitingTests
{
    [Theory]
    [InlineData("$run | Wait-BatchFlowInstance")]
    [InlineData("$run | Watch-BatchFlowInstance")]
    [InlineData("$run | Get-BatchFlowTaskLog -Follow")]
    [InlineData("$run | Stop-BatchFlowInstance -Wait")]
    [InlineData("Start-BatchFlow 3001 -Wait")]
    public void A_wait_can_be_stopped_during_a_look(string script) =>
        AssertStops(
            script, "$sandbox.Service.InjectFault('Hang', 100, 'Get Flow Instance')", traffic => traffic.InFlight == 1);

    [Theory]
    [InlineData("$run | Wait-BatchFlowInstance")]
    [InlineData("$run | Watch-BatchFlowInstance")]
    [InlineData("$run | Get-BatchFlowTaskLog -Follow")]
    [InlineData("Start-BatchFlow 3001 -Wait")]
    public void A_wait_can_be_stopped_between_two_looks(string script) =>
        AssertStops(script, "$sandbox.Service.Clock.Speed = 0", traffic => traffic.Calls > 1 && traffic.InFlight == 0);

    [Theory]
    [InlineData("Start-BatchFlow 3001 -Wait", "Started, not ended", 3)]
    [InlineData("Start-BatchFlow 3001, 3002 -Wait -ThrottleLimit 2", "Started, not ended", 6)]
    [InlineData("$run | Stop-BatchFlowInstance -Wait", "Cancelled, not ended", 2)]
    public void A_stopped_wait_tells_which_runs_have_not_ended_and_how_to_go_on_waiting(
        string script, string what, int calls)
    {
        using var engine = Runs.Start();
        var traffic = Traffic.Of(engine);
        engine.Run(
            "$run = Get-BatchFlowInstance -Status Running", "$sandbox.Service.Clock.Speed = 0",
            "$sandbox.Service.ResetCounters()");
        if (script.StartsWith('$')) engine.Run("$sandbox.Service.InjectFault('Hang', 100, 'Get Flow Instance')");
        using var shell = Runs.Begin(engine, script, new PSDataCollection<PSObject>());
        Runs.WaitUntil(() => traffic.Calls >= calls && traffic.InFlight == (script.StartsWith('$') ? 1 : 0));

        shell.Stop();

        var text = engine.TakeText();
        Assert.DoesNotContain("one:", text, StringComparison.Ordinal);
        Assert.Matches($@"{what}: (300[0-9]-[0-9]+(, )?)+\. ", text);
        Assert.Matches(@"Go on waiting with Wait-BatchFlowInstance (300[0-9]-[0-9]+(, )?)+\s*$", text);
    }

    private static void AssertStops(string script, string prepare, Func<Traffic, bool> isWaiting)
    {
        StoppedCommand.AssertAtOnce([.. Enumerable.Range(0, 3).Select(_ => Stop())]);

        StoppedCommand Stop()
        {
            var engine = Runs.Start();
            engine.Run("$run = Get-BatchFlowInstance -Status Running; $sandbox.Service.ResetCounters()", prepare);
            return new StoppedCommand(engine, script, isWaiting);
        }
    }
}
