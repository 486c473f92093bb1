using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Backups;
using BatchFlows.Client;
using BatchFlows.Procedures.Files;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Procedures.Backups;

/// <summary>
/// Brings a folder up to an organisation: the files of flows first, then what no flow has any more is removed, then the
/// manifest is written. After an interruption, the next backup does what is left.
/// </summary>
internal sealed class FlowBackup
{
    private readonly BackupFolder _folder;
    private readonly OrganizationFlows _organization;
    private readonly bool _splitsCommands;
    private readonly IReadOnlyDictionary<long, string> _paths;
    private readonly Dictionary<long, BackupEntry> _before;
    private readonly ConcurrentDictionary<long, BackupEntry> _saved = new();

    private FlowBackup(
        BackupFolder folder, OrganizationFlows organization, BackupManifest? before, bool splitsCommands)
    {
        _folder = folder;
        _organization = organization;
        _splitsCommands = splitsCommands;
        _paths = BackupLayout.PathsOf(organization.Flows, splitsCommands);
        _before = (before?.Flows ?? []).GroupBy(entry => entry.FlowId)
            .ToDictionary(same => same.Key, same => same.Last());
    }

    public IReadOnlyList<FlowPlace> Flows => _organization.Flows;

    /// <summary>True when the service has shown no end of the list of flows.</summary>
    public bool IsIncomplete => _organization.IsIncomplete;

    /// <summary>Reads what the folder and the organisation hold.</summary>
    /// <param name="mayReplace">True to accept the backup of another organisation in the folder.</param>
    /// <exception cref="FlowException">
    /// A call failed, the manifest cannot be read, or the folder holds the backup of another organisation.
    /// </exception>
    public static async Task<FlowBackup> PrepareAsync(
        FlowClient client, BackupFolder folder, bool splitsCommands, bool mayReplace,
        CancellationToken cancellationToken)
    {
        var before = await Task.Run(() => folder.ReadManifest(cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        if (before is not null && before.OrganizationId != client.Connection.OrganizationId && !mayReplace)
            throw new FlowException(
                FailureKind.PathInvalid,
                $"The folder holds a backup of the organisation {before.OrganizationId} at {before.Gateway}, and the "
                    + $"connection '{client.Connection.Name}' is for {client.Connection.OrganizationId}.",
                remedy: "Specify another folder, or -Force to replace the backup.");
        var organization = await OrganizationFlows.ListAsync(client, cancellationToken).ConfigureAwait(false);
        return new FlowBackup(folder, organization, before, splitsCommands);
    }

    /// <summary>Writes the files of a flow that differ. Any thread may call this.</summary>
    /// <param name="treat">Makes the definition one that may be written.</param>
    /// <param name="writes">False to only find out what would be written.</param>
    /// <exception cref="FlowException">A call failed, or a file cannot be written.</exception>
    public async Task<BackupChange> SaveAsync(
        FlowClient client, FlowPlace place, Func<FlowDefinition, FlowDefinition> treat, bool writes,
        CancellationToken cancellationToken)
    {
        var definition = await client.ExportFlowAsync(place.FlowId, cancellationToken).ConfigureAwait(false);
        var flow = await client.GetFlowAsync(place.FlowId, cancellationToken).ConfigureAwait(false);

        var path = _paths[place.FlowId];
        var wasThere = _folder.Holds(path);
        definition = treat(definition);
        _before.TryGetValue(place.FlowId, out var before);
        var old = wasThere ? path : before?.File ?? path;
        FlowFile.KeepSuppressed(definition, _folder.Full(old), cancellationToken);
        var files = new FlowFiles(path, definition, _splitsCommands);
        var different = files.All.FindAll(file => _folder.Differs(file.Path, file.Content, cancellationToken));
        if (writes)
        {
            foreach (var file in different) _folder.Write(file.Path, file.Content, cancellationToken);
        }

        _saved[place.FlowId] = new BackupEntry(
            path, files.Commands, place.FlowId, place.FlowName, place.Directory, flow.IsActive, files.Hash);
        var change = before is not null && before.File != path ? "Renamed"
            : !wasThere ? "Added"
            : different.Count > 0 || (before is not null && before.IsActive != flow.IsActive) ? "Changed"
            : "Unchanged";
        return new BackupChange(
            change, place.FlowId, place.FlowName, path, _folder.Full(path), client.Connection.Name);
    }

    /// <summary>The files that no flow has any more.</summary>
    /// <param name="mirrors">True for those of flows that are gone, too.</param>
    /// <exception cref="FileNotReadException">A folder cannot be read.</exception>
    public IReadOnlyList<string> FindObsolete(bool mirrors)
    {
        var kept = Entries(mirrors).SelectMany(entry => entry.Files).ToList();
        var exact = new HashSet<string>(kept, StringComparer.Ordinal);
        var alike = kept.ToLookup(path => path, StringComparer.OrdinalIgnoreCase);
        return _before.Values.SelectMany(entry => entry.Files).Concat(mirrors ? _folder.FindFlows() : [])
            .Distinct().Where(path => !exact.Contains(path) && _folder.HoldsExactly(path)
                // A system that ignores case has both names for one file.
                && alike[path].All(_folder.HoldsExactly))
            .OrderBy(path => path, StringComparer.Ordinal).ToList();
    }

    /// <summary>Removes a file that no flow has any more.</summary>
    /// <exception cref="FileNotWrittenException">The file system does not let it be removed.</exception>
    public void Remove(string path) => _folder.Remove(path);

    /// <summary>What the removal of a file is to its flow.</summary>
    public BackupChange RemovalOf(string path, string connectionName)
    {
        var entry = _before.Values.FirstOrDefault(flow => flow.Files.Contains(path));
        return new BackupChange(
            "Removed", entry?.FlowId, entry?.FlowName ?? FlowFileName.StemOf(path), path, _folder.Full(path),
            connectionName);
    }

    /// <summary>Writes the manifest, if it differs.</summary>
    /// <exception cref="FileNotWrittenException">The file system does not let it be written.</exception>
    public void WriteManifest(FlowConnection connection, bool mirrors, CancellationToken cancellationToken)
    {
        var content = new BackupManifest(
            connection.Gateway.AbsoluteUri, connection.OrganizationId, _organization.Directories,
            [.. Entries(mirrors)]).ToUtf8();
        if (_folder.Differs(BackupLayout.ManifestFile, content, cancellationToken))
            _folder.Write(BackupLayout.ManifestFile, content, cancellationToken);
    }

    /// <summary>
    /// The flows that were saved, and of the others those whose file stays: a flow that failed keeps what was saved
    /// last time.
    /// </summary>
    private IEnumerable<BackupEntry> Entries(bool mirrors)
    {
        var listed = new HashSet<long>(_organization.Flows.Select(flow => flow.FlowId));
        var files = new HashSet<string>(_saved.Values.Select(entry => entry.File), StringComparer.OrdinalIgnoreCase);
        return _saved.Values.Concat(_before.Values.Where(entry => !_saved.ContainsKey(entry.FlowId)
            && (!mirrors || listed.Contains(entry.FlowId)) && !files.Contains(entry.File)));
    }
}
