using System.Collections.Generic;

namespace BatchFlows.Benchmarks;

/// <summary>A hundred times as many flows take a hundred times as long.</summary>
internal static class GrowthCase
{
    public static IEnumerable<Row> Measure(Pairs pairs, int many)
    {
        using var gateway = new CannedGateway(Documents.Export(tasks: 2));
        using var runspace = Module.OpenConnected(gateway.Address);
        yield return pairs.CompareTimes(
            $"{many:#,0} piped exports (floor: as many by 100)",
            1.1,
            () => runspace.Run($"1..{many} | Export-BatchFlow | Out-Null"),
            () => runspace.Run($"foreach ($i in 1..{many / 100}) {{ 1..100 | Export-BatchFlow | Out-Null }}"));
    }
}
