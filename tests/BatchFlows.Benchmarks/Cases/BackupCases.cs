using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BatchFlows.Benchmarks;

/// <summary>
/// A backup of an organisation. Nobody can be faster than all the waiting divided by the limit: two calls for each flow,
/// since a definition does not tell whether its schedule is active, and those that list the flows.
/// </summary>
internal static class BackupCases
{
    private const double Latency = 20;
    private const int AtOnce = 8;

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
            BackUp(); // the first one of all lists the flows, and counts the calls
            var waiting = Latency * Calls() / AtOnce;
            yield return pairs.Cold.Compare(
                $"backup of {flows:#,0} flows, {Latency} ms latency, throttle {AtOnce} (floor: latency x calls / {AtOnce})",
                "ms", 1.1, () => Pairs.MillisecondsOf(BackUp), () => waiting);

            var written = Written();
            runspace.Run($"Backup-BatchFlow '{root}/{number}'");
            yield return new Row(
                $"backup of {flows:#,0} flows again: files written", Written().Except(written).Count(), Floor: null,
                "files", Ratio: null, Goal: 0);

            void BackUp() => runspace.Run(
                "$sandbox.Service.ResetCounters()", $"$null = Backup-BatchFlow '{root}/{++number}'");
            double Calls()
            {
                runspace.Run("$calls = $sandbox.RequestCount");
                return Convert.ToDouble(runspace.SessionStateProxy.GetVariable("calls"), provider: null);
            }

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
