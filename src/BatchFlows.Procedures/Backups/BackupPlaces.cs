using System.Collections.Generic;
using System.IO;
using System.Threading;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Procedures.Backups;

/// <summary>
/// Reads single files of flows. A file in a backup, which a manifest above it tells, has a directory, and what the
/// manifest knows of the flow.
/// </summary>
internal sealed class BackupPlaces
{
    private readonly Dictionary<string, SavedFlows> _backups = [];

    /// <returns>The flow, and whether its directory is known.</returns>
    /// <exception cref="FileNotReadException">The file or the manifest cannot be read.</exception>
    public (SavedFlow Flow, bool HasDirectory) Read(string path, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        for (var folder = Path.GetDirectoryName(full); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var backup = new BackupFolder(folder);
            if (!backup.HasManifest) continue;
            if (!_backups.TryGetValue(folder, out var flows))
                _backups[folder] = flows = SavedFlows.In(backup, cancellationToken);
            var file = full.Substring(folder.Length).TrimStart('/', '\\').Replace(Path.DirectorySeparatorChar, '/');
            return (flows.Read(file, cancellationToken), true);
        }

        var definition = FlowFile.Read(full, cancellationToken);
        return (new SavedFlow(full, definition, [], FlowFileName.IdIn(full), IsActive: null), false);
    }
}
