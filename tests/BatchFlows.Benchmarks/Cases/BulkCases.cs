using System;
using System.Collections.Generic;

namespace BatchFlows.Benchmarks;

/// <summary>Many exports at once from a gateway that takes its time.</summary>
internal static class BulkCases
{
    private const double Latency = 20;
    private const int SlowOne = 20;
    private const int Uneven = 300; // with fewer, the last slow one counts too much

    public static IEnumerable<Row> Measure(Pairs pairs, int exports)
    {
        var export = Documents.Export(tasks: 2);
        using var steady = new CannedGateway(export, _ => TimeSpan.FromMilliseconds(Latency));
        using var bare = new BareClient(steady.Address);
        using var runspace = Module.OpenConnected(steady.Address);
        foreach (var (atOnce, goal) in new[] { (8, 1.05), (32, 1.08) })
        {
            yield return pairs.CompareTimes(
                $"{exports} exports, {Latency} ms latency, throttle {atOnce}", goal, () => Export(atOnce), () =>
                    bare.Export(exports, atOnce));
        }

        // One call in twenty is ten times slower. Nobody can be faster than all the waiting divided by the limit.
        using var uneven = new CannedGateway(
            export, number => TimeSpan.FromMilliseconds(number % SlowOne == 0 ? Latency * 10 : Latency));
        using var unevenRunspace = Module.OpenConnected(uneven.Address);
        var waiting = Latency * (SlowOne - 1 + 10) / SlowOne * Uneven / 8;
        yield return pairs.Compare(
            $"{Uneven} exports, 5 % of them ten times slower, throttle 8", "ms", 1.3, () =>
                Pairs.MillisecondsOf(() => unevenRunspace.Run($"1..{Uneven} | Export-BatchFlow")), () => waiting);

        using var ten = Module.OpenConnected(steady.Address);
        ten.Run(
            "$connections = 1..10 | ForEach-Object { Connect-BatchFlow " + steady.Address
                + " o1 u1 -AccessKey access-key -SecretKey $secret -Name c$_ -PassThru }",
            $"$given = 1..{exports} | ForEach-Object "
                + $"{{ [pscustomobject]@{{ FlowId = $_; ConnectionName = \"c$($_ % 10 + 1)\" }} }}");
        yield return pairs.CompareTimes(
            $"{exports} exports through ten connections, throttle 32", 1.08, () =>
                ten.Run("$given | Export-BatchFlow -ThrottleLimit 32"), () => bare.Export(exports, 32));

        void Export(int atOnce) => runspace.Run($"1..{exports} | Export-BatchFlow -ThrottleLimit {atOnce}");
    }
}
