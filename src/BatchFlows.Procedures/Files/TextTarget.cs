using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using BatchFlows.Analysis.Names;

namespace BatchFlows.Procedures.Files;

/// <summary>Where texts go: one file, or a folder with a file for each.</summary>
internal sealed class TextTarget
{
    private readonly string _path;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private bool _hasCleared;

    private TextTarget(string path, bool isFolder) => (_path, IsFolder) = (path, isFolder);

    public bool IsFolder { get; }

    /// <param name="path">Full path in the file system.</param>
    /// <param name="given">The path as it was typed: a separator at its end means a folder.</param>
    public static TextTarget At(string path, string given) =>
        new(path, given[given.Length - 1] is '/' or '\\' || Directory.Exists(path) || !Path.HasExtension(path));

    /// <summary>The path of the file for a text of this name; texts of one name get different files.</summary>
    public string FileOf(string name, string extension)
    {
        if (!IsFolder) return _path;
        var stem = FileName.Of(name);
        var file = stem + extension;
        for (var number = 2; !_names.Add(file); number++) file = $"{stem} ({number}){extension}";
        return Path.Combine(_path, file);
    }

    /// <exception cref="FileExistsException">The file exists and must not be replaced.</exception>
    /// <exception cref="FileNotWrittenException">The file system does not let it be written.</exception>
    public void Write(string file, string text, bool replace, CancellationToken cancellationToken)
    {
        if (!_hasCleared) UnfinishedFile.RemoveLeft(Path.GetDirectoryName(file)!);
        _hasCleared = true;
        AtomicFile.Write(file, text, replace, cancellationToken);
    }
}
