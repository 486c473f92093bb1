using System.IO;
using System.Threading;

namespace BatchFlows.Procedures.Files;

/// <summary>Where exported definitions go: one file, or a folder with a file for each flow.</summary>
internal sealed class ExportTarget
{
    private readonly string _path;
    private int _hasCleared;

    private ExportTarget(string path, bool isFolder)
    {
        _path = path;
        IsFolder = isFolder;
    }

    public bool IsFolder { get; }

    /// <param name="path">Full path in the file system.</param>
    /// <param name="given">
    /// The path as it was typed: a separator at its end means a folder, as does a name without extension.
    /// </param>
    public static ExportTarget At(string path, string given)
    {
        var endsAsFolder = given[given.Length - 1] is '/' or '\\';
        return new ExportTarget(path, endsAsFolder || Directory.Exists(path) || !Path.HasExtension(path));
    }

    /// <returns>Path of the file.</returns>
    public string Write(FlowDefinition flow, bool replace, CancellationToken cancellationToken)
    {
        var file = IsFolder ? Path.Combine(_path, FlowFileName.For(flow.FlowId!.Value, flow.FlowName)) : _path;
        if (Interlocked.Exchange(ref _hasCleared, 1) == 0) UnfinishedFile.RemoveLeft(Path.GetDirectoryName(file)!);
        AtomicFile.Write(file, flow.ToJson(indented: true) + "\n", replace, cancellationToken);
        return file;
    }

    /// <summary>The path.</summary>
    public override string ToString() => _path;
}
