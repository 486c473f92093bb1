using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;

namespace BatchFlows.Benchmarks;

/// <summary>Ctrl+C in the middle of bulk work.</summary>
internal static class StopCase
{
    public static IEnumerable<Row> Measure(Pairs pairs)
    {
        using var gateway = new CannedGateway(Documents.Export(tasks: 2), _ => TimeSpan.FromMilliseconds(20));
        using var runspace = Module.OpenConnected(gateway.Address);
        var after = 0;
        var times = Enumerable.Range(0, pairs.Count).Select(_ => Stop()).ToArray();
        yield return new Row(
            "Ctrl+C during bulk work, the longest", times.Max(), Floor: null, "ms", Ratio: null, Goal: 100);
        yield return new Row("requests after Ctrl+C", after, Floor: null, "requests", Ratio: null, Goal: 0);

        double Stop()
        {
            var before = gateway.Exports;
            using var shell = PowerShell.Create(runspace);
            var running = shell.AddScript("1..1000000 | Export-BatchFlow -ThrottleLimit 32").BeginInvoke();
            SpinWait.SpinUntil(() => gateway.Exports > before + 200);
            var stopped = Pairs.MillisecondsOf(shell.Stop);
            Thread.Sleep(50); // what was on its way may arrive
            var arrived = gateway.Exports;
            Thread.Sleep(300);
            after += gateway.Exports - arrived;
            if (!running.IsCompleted) throw new InvalidOperationException("The command runs on.");
            return stopped;
        }
    }
}
