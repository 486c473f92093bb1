using System;
using System.IO;
using System.Text;
using System.Threading;

namespace BatchFlows.Procedures.Files;

/// <summary>
/// Writes a file so that it is there whole or not at all, also when the process is ended or the power fails meanwhile.
/// A link is a file that exists: it is replaced itself, and what it leads to stays as it is.
/// </summary>
internal static class AtomicFile
{
    private static readonly object Gate = new();
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="FileExistsException">The file exists and is not to be replaced.</exception>
    /// <exception cref="FileNotWrittenException">The file system does not let it be written.</exception>
    public static void Write(string path, string text, bool replace, CancellationToken cancellationToken)
    {
        if (!replace && File.Exists(path)) throw new FileExistsException(path);
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            var unfinished = UnfinishedFile.In(folder);
            try
            {
                WriteThrough(unfinished, Utf8.GetBytes(text));
                cancellationToken.ThrowIfCancellationRequested();
                Move(unfinished, path, replace);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileNotWrittenException(path, e);
        }
    }

    /// <summary>Without the flush, a name may reach the disk before its content does.</summary>
    private static void WriteThrough(string path, byte[] content)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(content, 0, content.Length);
        file.Flush(flushToDisk: true);
    }

    private static void Move(string from, string to, bool replace)
    {
        try
        {
            // On Unix a move looks whether the file exists and then renames: of two at once, both would find nothing
            // there.
            lock (Gate)
            {
                if (replace) Replace(from, to);
                else File.Move(from, to);
            }
        }
        catch (IOException) when (!replace && File.Exists(to))
        {
            throw new FileExistsException(to);
        }
    }

#if NET
    private static void Replace(string from, string to)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(to) && new FileInfo(to).LinkTarget is null)
            File.SetUnixFileMode(from, File.GetUnixFileMode(to));
        File.Move(from, to, overwrite: true);
    }
#else
    private static void Replace(string from, string to)
    {
        if (File.Exists(to)) File.Replace(from, to, destinationBackupFileName: null);
        else File.Move(from, to);
    }
#endif
}
