using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using BatchFlows.Analysis.Backups;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Procedures.Backups;

/// <summary>
/// The folder of a backup. Paths are relative, with slashes. No link to a folder is followed, because it could lead out
/// of this one.
/// </summary>
internal sealed class BackupFolder(string root)
{
    private readonly ConcurrentDictionary<string, bool> _cleared = new();

    public bool HasManifest => Holds(BackupLayout.ManifestFile);

    /// <returns>Null when the folder holds no manifest.</returns>
    /// <exception cref="FileNotReadException">The manifest cannot be read, or is something else.</exception>
    public BackupManifest? ReadManifest(CancellationToken cancellationToken)
    {
        var path = Full(BackupLayout.ManifestFile);
        if (!HasManifest) return null;
        try
        {
            return BackupManifest.Parse(BoundedFile.Read(path, BoundedFile.UsualLimit, cancellationToken));
        }
        catch (FormatException e)
        {
            throw new FileNotReadException(
                path, e.Message, e, "Specify the folder of a backup, or restore backup.json from version control.");
        }
    }

    public string Full(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    public bool Holds(string path) => File.Exists(Full(path));

    /// <returns>The files of flows in the folder and below.</returns>
    /// <exception cref="FileNotReadException">A folder cannot be read.</exception>
    public IReadOnlyList<string> FindFlows() => Directory.Exists(root) ? FlowFolder.Find(root) : [];

    /// <summary>True when the file holds something else, or is not there.</summary>
    public bool Differs(string path, byte[] content, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Full(path));
        return !file.Exists || IsLink(file) || file.Length != content.Length
            || !BoundedFile.Read(file.FullName, int.MaxValue, cancellationToken).AsSpan().SequenceEqual(content);
    }

    /// <summary>Writes a file whole or not at all.</summary>
    /// <exception cref="FileNotWrittenException">The file system does not let it be written.</exception>
    public void Write(string path, byte[] content, CancellationToken cancellationToken)
    {
        RefuseLinks(path);
        var folder = Path.GetDirectoryName(Full(path))!;
        if (_cleared.TryAdd(folder, true)) UnfinishedFile.RemoveLeft(folder);
        AtomicFile.Write(Full(path), content, replace: true, cancellationToken);
    }

    /// <summary>Removes a file, and the folders that are empty then.</summary>
    /// <exception cref="FileNotWrittenException">The file system does not let it be removed.</exception>
    public void Remove(string path)
    {
        RefuseLinks(path);
        try
        {
            File.Delete(Full(path));
            for (var folder = Parent(path); folder.Length > 0 && IsEmpty(Full(folder)); folder = Parent(folder))
                Directory.Delete(Full(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileNotWrittenException(Full(path), e);
        }
    }

    /// <summary>True for a file of exactly this name, also where the system ignores case.</summary>
    public bool HoldsExactly(string path)
    {
        var folder = Full(Parent(path));
        var name = path.Substring(path.LastIndexOf('/') + 1);
        return Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any(file => Path.GetFileName(file) == name);
    }

    private static string Parent(string path) => path.LastIndexOf('/') is > 0 and var end ? path.Substring(0, end) : "";

    private static bool IsEmpty(string folder) =>
        Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any();

    private static bool IsLink(FileSystemInfo entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    private void RefuseLinks(string path)
    {
        for (var folder = Parent(path); folder.Length > 0; folder = Parent(folder))
        {
            var info = new DirectoryInfo(Full(folder));
            if (info.Exists && IsLink(info))
                throw new FileNotWrittenException(
                    Full(path), $"its folder '{folder}' is a link, which is not followed");
        }
    }
}
