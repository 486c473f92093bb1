using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Commands that wait for runs, which may take hours, end at once when they are stopped.</summary>
public class StopWaitingTests
{
    [Theory]
    [InlineData("$run | Wait-BatchFlowInstance")]
    [InlineData("$run | Get-BatchFlowTaskLog -Follow")]
    [InlineData("$run | Stop-BatchFlowInstance -Wait")]
    [InlineData("Start-BatchFlow 3001 -Wait")]
    public void A_wait_can_be_stopped_during_a_look(string script) =>
        AssertStops(
            script, "$sandbox.Service.InjectFault('Hang', 100, 'Get Flow Instance')", traffic => traffic.InFlight == 1);

    [Theory]
    [InlineData("$run | Wait-BatchFlowInstance")]
    [InlineData("$run | Get-BatchFlowTaskLog -Follow")]
    [InlineData("Start-BatchFlow 3001 -Wait")]
    public void A_wait_can_be_stopped_between_two_looks(string script) =>
        AssertStops(script, "$sandbox.Service.Clock.Speed = 0", traffic => traffic.Calls > 1 && traffic.InFlight == 0);

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
