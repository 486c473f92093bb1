using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Names;

namespace BatchFlows.Procedures.Files;

/// <summary>
/// The files of flows in a folder and all below: those of the canonical form, and raw ones, which an ID begins. No link
/// is followed, because it could lead out of the folder.
/// </summary>
internal static class FlowFolder
{
    /// <returns>Relative paths with slashes, in ordinal order.</returns>
    /// <exception cref="FileNotReadException">A folder cannot be read.</exception>
    public static IReadOnlyList<string> Find(string folder)
    {
        var found = new List<string>();
        Collect(new DirectoryInfo(folder), "", found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>The file of a path, or the files of the folder that is there.</summary>
    /// <exception cref="FileNotReadException">The folder cannot be read, or has no file of a flow.</exception>
    public static IEnumerable<string> FilesOf(string path)
    {
        if (!Directory.Exists(path)) return [path];
        var files = Find(path);
        if (files.Count == 0) throw new FileNotReadException(path, "it is a folder without files of flows");
        return files.Select(file => Path.GetFullPath(Path.Combine(path, file)));
    }

    /// <summary>The file of a path, or the file of a flow in the folder that is there.</summary>
    /// <exception cref="FileNotReadException">The folder cannot be read, or has no file of the flow.</exception>
    public static string FileOf(string path, string flowName)
    {
        var name = FileName.Of(flowName) + CanonicalFlow.Extension;
        return FilesOf(path).FirstOrDefault(file => file == path || Path.GetFileName(file) == name)
            ?? throw new FileNotReadException(path, $"it has no file {name}");
    }

    private static void Collect(DirectoryInfo folder, string prefix, List<string> found)
    {
        try
        {
            foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !IsLink(entry)))
            {
                if (entry is DirectoryInfo child) Collect(child, $"{prefix}{child.Name}/", found);
                else if (FlowFileName.IsOfFlow(entry.Name)) found.Add(prefix + entry.Name);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileNotReadException(folder.FullName, e.Message, e);
        }
    }

    private static bool IsLink(FileSystemInfo entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;
}
