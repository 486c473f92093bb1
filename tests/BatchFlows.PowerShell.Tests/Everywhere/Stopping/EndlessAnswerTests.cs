using System;
using System.Diagnostics;
using System.Management.Automation;
using System.Threading;

namespace BatchFlows.PowerShell.Tests;

/// <summary>As many answers without an end as a command can have at once.</summary>
[Collection(nameof(Alone))]
public class EndlessAnswerTests
{
    private const int Calls = 64;
    private const long Megabyte = 1024 * 1024;

    // 4 MB for each call, and two answers that have grown to the largest, 256 MB, by a copy of half the size. Without
    // a bound each of them could be as large.
    private const long Bound = ((Calls * 4) + (2 * (256 + 128))) * Megabyte;

    [Fact]
    public void Endless_answers_take_bounded_memory_and_end_at_once()
    {
        using var engine = Engine.WithSandbox();
        engine.Run($"$sandbox.Service.InjectFault('EndlessBody', {Calls}); $sandbox.Service.ResetCounters()");
        var traffic = Traffic.Of(engine);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var shell = Runs.Begin(engine, $"1..{Calls} | Export-BatchFlow -ThrottleLimit {Calls}", []);
        Runs.WaitUntil(() => traffic.Calls == Calls);

        var peak = 0L;
        for (var look = 0; look < 2; look++)
        {
            Thread.Sleep(100);
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        var started = Stopwatch.StartNew();
        shell.Stop();

        TestContext.Current.SendDiagnosticMessage($"peak {peak / Megabyte} MB, stopped in {started.Elapsed}");
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.InRange(started.ElapsedMilliseconds, 0, 2500); // ten times the goal, for busy machines
        Assert.InRange(peak, Megabyte, Bound);
        Runs.WaitUntil(() => traffic.InFlight == 0);
        Assert.Equal(Calls, traffic.Calls);
    }
}
