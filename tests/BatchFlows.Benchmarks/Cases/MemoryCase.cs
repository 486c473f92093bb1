using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;

namespace BatchFlows.Benchmarks;

/// <summary>The most memory a process takes that exports to files: it must not matter how many there are.</summary>
internal static class MemoryCase
{
    public const string Part = "export-to-files";

    public static IEnumerable<Row> Measure(Pairs pairs, int few, int many)
    {
        using var gateway = new CannedGateway(Documents.Export(tasks: 20));
        yield return pairs.Cold.Compare($"{many:#,0} exports to files: memory at most (floor: at {few:#,0})", "MB", 1.1,
            () => Peak(many), () => Peak(few));

        double Peak(int count)
        {
            var folder = Directory.CreateTempSubdirectory("batchflows-");
            try
            {
                return Worker.Run(Part, gateway.Address.ToString(), $"{count}", folder.FullName);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    public static double Work(Uri gateway, string count, string folder)
    {
        using var runspace = Module.OpenConnected(gateway);
        runspace.Run($"1..{count} | Export-BatchFlow -Path '{folder}' | Out-Null");
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1024.0 / 1024;
    }
}
