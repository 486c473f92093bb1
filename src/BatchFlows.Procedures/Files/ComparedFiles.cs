using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Comparison;

namespace BatchFlows.Procedures.Files;

/// <summary>The flows of a file, or of a folder and all below, for a comparison.</summary>
internal static class ComparedFiles
{
    /// <returns>Each file with its flow, or with the reason why it was not read, in the order of the paths.</returns>
    /// <exception cref="FileNotReadException">A folder cannot be read.</exception>
    public static IReadOnlyList<(string Stem, ComparedFlow? Flow, FileNotReadException? Failure)> Read(
        string path, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path))
            return [Read(Path.GetDirectoryName(path)!, Path.GetFileName(path), cancellationToken)];
        var files = FlowFolder.Find(path);
        var read = new (string, ComparedFlow?, FileNotReadException?)[files.Count];
        Parallel.For(
            0, files.Count, new ParallelOptions { CancellationToken = cancellationToken },
            i => read[i] = Read(path, files[i], cancellationToken));
        return read;
    }

    private static (string Stem, ComparedFlow? Flow, FileNotReadException? Failure) Read(
        string folder, string file, CancellationToken cancellationToken)
    {
        var stem = FlowFileName.StemOf(file);
        try
        {
            var definition = FlowFile.Read(Path.Combine(folder, file), out var isSplit, cancellationToken);
            var flow = new ComparedFlow(definition)
            {
                Directory = Path.GetDirectoryName(file)!.Replace(Path.DirectorySeparatorChar, '/'),
                IsSplit = isSplit,
            };
            return (stem, FlowFileName.IsCanonical(file) ? flow with { Stem = stem } : flow, null);
        }
        catch (FileNotReadException e)
        {
            return (stem, null, e);
        }
    }
}
