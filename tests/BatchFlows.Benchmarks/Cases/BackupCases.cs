using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BatchFlows.Benchmarks;

/// <summary>
/// A backup of an organisation against the same reads by the commands for them: two calls for each flow, since a
/// definition does not tell whether its schedule is active, and those that list the flows.
/// </summary>
internal static class BackupCases
{
    private const double Latency = 20;

    public static IEnumerable<Row> Measure(Pairs pairs, int flows)
    {
        using var runspace = Module.OpenRunspace();
        runspace.Run(
            $"Import-Module '{Module.Manifest}'", $"$sandbox = Start-BatchFlowSandbox -FlowCount {flows - 7}",
            "$sandbox | Connect-BatchFlow", $"$sandbox.Service.Latency = [timespan]::FromMilliseconds({Latency})");
        var root = Directory.CreateTempSubdirectory("batchflows-").FullName;
        try
        {
            var number = 0;
            yield return pairs.Cold.CompareTimes(
                $"backup of {flows:#,0} flows, {Latency} ms latency, throttle 8 (floor: the same reads)", 1.1, BackUp,
                Read);

            var written = Written();
            runspace.Run($"Backup-BatchFlow '{root}/{number}'");
            yield return new Row(
                $"backup of {flows:#,0} flows again: files written", Written().Except(written).Count(), Floor: null,
                "files", Ratio: null, Goal: 0);

            void BackUp() => runspace.Run($"$null = Backup-BatchFlow '{root}/{++number}'");
            void Read() => runspace.Run(
                "$null = Get-BatchFlowDirectory; $flows = Get-BatchFlow", "$null = $flows | Export-BatchFlow",
                "$null = $flows | Get-BatchFlow -Detailed");
            string[] Written() => [.. new DirectoryInfo($"{root}/{number}")
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => $"{file.FullName} {file.LastWriteTimeUtc.Ticks}")];
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
