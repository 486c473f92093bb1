using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Names;

namespace BatchFlows.Procedures.Files;

/// <summary>Where exported definitions go: one file, or a folder with a file for each flow.</summary>
internal sealed class ExportTarget
{
    private readonly string _path;
    private readonly ConcurrentDictionary<string, long> _names = new(StringComparer.OrdinalIgnoreCase);
    private int _hasCleared;

    private ExportTarget(string path, bool isFolder)
    {
        _path = path;
        IsFolder = isFolder;
    }

    public bool IsFolder { get; }

    /// <summary>True for the service's form; false for the canonical one.</summary>
    public bool IsRaw { get; init; }

    /// <summary>True for a file of its own for each long command.</summary>
    public bool SplitsCommands { get; init; }

    /// <param name="path">Full path in the file system.</param>
    /// <param name="given">
    /// The path as it was typed: a separator at its end means a folder, as does a name without extension.
    /// </param>
    public static ExportTarget At(string path, string given, bool isRaw, bool splitsCommands)
    {
        var endsAsFolder = given[given.Length - 1] is '/' or '\\';
        return new ExportTarget(path, endsAsFolder || Directory.Exists(path) || !Path.HasExtension(path))
        {
            IsRaw = isRaw,
            SplitsCommands = splitsCommands,
        };
    }

    /// <returns>Path of the file.</returns>
    public string Write(FlowDefinition flow, bool replace, CancellationToken cancellationToken)
    {
        var file = IsFolder ? Path.Combine(_path, NameOf(flow.FlowId!.Value, flow.FlowName ?? "")) : _path;
        var folder = Path.GetDirectoryName(file)!;
        if (Interlocked.Exchange(ref _hasCleared, 1) == 0) UnfinishedFile.RemoveLeft(folder);
        if (IsRaw)
        {
            AtomicFile.Write(file, flow.ToJson(indented: true) + "\n", replace, cancellationToken);
            return file;
        }

        if (replace) FlowFile.KeepSuppressed(flow, file, cancellationToken);
        var commands = SplitsCommands ? new CommandFiles(FlowFileName.StemOf(file)) : null;
        var content = CanonicalFlow.Write(flow, commands);
        if (commands is not null)
        {
            if (!replace && File.Exists(file)) throw new FileExistsException(file);
            new CommandFolder(folder).Write(commands.Files, replace, cancellationToken);
        }

        AtomicFile.Write(file, content, replace, cancellationToken);
        return file;
    }

    /// <summary>The path.</summary>
    public override string ToString() => _path;

    /// <summary>
    /// Flows of one name, which can stand in different directories of the service, get different files: the first one
    /// that is written gets the name, and the others their IDs after it.
    /// </summary>
    private string NameOf(long flowId, string flowName)
    {
        if (IsRaw) return FlowFileName.OfRaw(flowId, flowName);
        var name = FileName.Of(flowName);
        while (_names.GetOrAdd(name, flowId) != flowId) name += $" ({flowId})";
        return name + FlowFileName.Extension;
    }
}
