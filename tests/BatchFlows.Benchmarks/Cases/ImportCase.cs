using System.Collections.Generic;
using System.IO;

namespace BatchFlows.Benchmarks;

/// <summary>
/// Import-Module in a new process whose files the system has in its cache, against an empty module with the same views.
/// </summary>
internal static class ImportCase
{
    public const string Part = "import";

    public static IEnumerable<Row> Measure(Pairs pairs)
    {
        var folder = Directory.CreateTempSubdirectory("batchflows-");
        try
        {
            var empty = EmptyModule.Write(Path.Combine(folder.FullName, "EmptyModule"));
            yield return pairs.Compare(
                "Import-Module, warm file cache", "ms", 1.25, () => Worker.Run(Part, Module.Manifest), () =>
                    Worker.Run(Part, empty));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static double Work(string manifest)
    {
        using var runspace = Module.OpenRunspace();
        return Pairs.MillisecondsOf(() => runspace.Run($"Import-Module '{manifest}'"));
    }
}
