using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;

namespace BatchFlows.Procedures.Files;

/// <summary>
/// The files with commands beside a flow's file. No link is followed, because it could lead out of the folder.
/// </summary>
/// <param name="folder">The folder of the flow's file.</param>
internal sealed class CommandFolder(string folder)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _left = BoundedFile.UsualLimit;

    /// <param name="files">Relative paths with slashes, and the texts.</param>
    /// <exception cref="FileNotWrittenException">The file system does not let it be written.</exception>
    public void Write(
        IEnumerable<(string Path, string Text)> files, bool replace, CancellationToken cancellationToken)
    {
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(folder, path);
            if (IsLink(Path.GetDirectoryName(full)!))
                throw new FileNotWrittenException(full, "its folder is a link, which is not followed");
            AtomicFile.Write(full, Utf8.GetBytes(text), replace, cancellationToken);
        }
    }

    /// <param name="path">Relative path with slashes, which stays in the folder.</param>
    /// <exception cref="FileNotReadException">It cannot be read, or is no text.</exception>
    public string Read(string path, CancellationToken cancellationToken)
    {
        var full = folder;
        foreach (var name in path.Split('/'))
        {
            full = Path.Combine(full, name);
            if (IsLink(full)) throw new FileNotReadException(full, "it is a link, which is not followed");
        }

        // All of them together: a definition of 64 MB could name one large file a million times.
        var content = BoundedFile.Read(full, _left, cancellationToken);
        _left -= content.Length;
        try
        {
            return Utf8.GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            throw new FileNotReadException(full, "it is not UTF-8 text", e);
        }
    }

    private static bool IsLink(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it does not exist, or opening it says why not
        }
    }
}
