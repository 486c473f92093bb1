using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BatchFlows.Analysis.Backups;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Procedures.Backups;

/// <summary>
/// The flows in a folder: those of its manifest, and those that somebody added as files. Without a manifest, the place
/// of a file tells the directory, and the state of the schedule is not known.
/// </summary>
internal sealed class SavedFlows
{
    private readonly BackupFolder _folder;
    private readonly Dictionary<string, BackupEntry> _entries;

    private SavedFlows(BackupFolder folder, BackupManifest? manifest)
    {
        _folder = folder;
        _entries = (manifest?.Flows ?? []).GroupBy(entry => entry.File)
            .ToDictionary(same => same.Key, same => same.Last());
        Files = [.. _entries.Keys.Union(folder.FindFlows()).OrderBy(file => file, StringComparer.Ordinal)];
    }

    /// <summary>Relative paths of the files. A file of the manifest may be missing.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The names of the flows, without a look into their files.</summary>
    public IEnumerable<string> Names => Files.Select(file =>
        _entries.TryGetValue(file, out var entry) ? entry.FlowName : FlowFileName.StemOf(file));

    /// <exception cref="FileNotReadException">The folder or its manifest cannot be read.</exception>
    public static SavedFlows In(BackupFolder folder, CancellationToken cancellationToken) =>
        new(folder, folder.ReadManifest(cancellationToken));

    /// <exception cref="FileNotReadException">The file cannot be read, or is something else.</exception>
    public SavedFlow Read(string file, CancellationToken cancellationToken)
    {
        var definition = FlowFile.Read(_folder.Full(file), cancellationToken);
        var entry = _entries.TryGetValue(file, out var known) ? known : null;
        return new SavedFlow(
            _folder.Full(file), definition, entry is null ? FoldersOf(file) : entry.Directory ?? [],
            entry?.FlowId ?? FlowFileName.IdIn(file), entry?.IsActive);
    }

    private static string[] FoldersOf(string file)
    {
        var names = file.Split('/');
        return [.. names.Take(names.Length - 1)];
    }
}
