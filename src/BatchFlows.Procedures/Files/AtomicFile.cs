using System;
using System.IO;
using System.Text;
using System.Threading;

namespace BatchFlows.Procedures.Files;

/// <summary>
/// Writes a file whole or not at all, even if the process is killed or the power fails. A link counts as an existing
/// file: the link is replaced, and its target stays as it is.
/// </summary>
internal static class AtomicFile
{
    private static readonly object Gate = new();
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Creates the folder of a file. Only the user can open a folder that is created.</summary>
    /// <exception cref="FileNotWrittenException">The file system does not let it be created.</exception>
    public static void CreatePrivateFolder(string path)
    {
        try
        {
            CreatePrivate(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileNotWrittenException(path, e);
        }
    }

    /// <param name="isPrivate">
    /// True for a file that only the user can read, even if others could read the file that it replaces.
    /// </param>
    /// <exception cref="FileExistsException">The file exists and must not be replaced.</exception>
    /// <exception cref="FileNotWrittenException">The file system does not let it be written.</exception>
    public static void Write(
        string path, string text, bool replace, CancellationToken cancellationToken, bool isPrivate = false) =>
        Write(path, Utf8.GetBytes(text), replace, cancellationToken, isPrivate);

    /// <inheritdoc cref="Write(string, string, bool, CancellationToken, bool)"/>
    public static void Write(
        string path, byte[] content, bool replace, CancellationToken cancellationToken, bool isPrivate = false)
    {
        if (!replace && File.Exists(path)) throw new FileExistsException(path);
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            var unfinished = UnfinishedFile.In(folder);
            try
            {
                WriteThrough(unfinished, content, isPrivate);
                cancellationToken.ThrowIfCancellationRequested();
                Move(unfinished, path, replace, keepsMode: !isPrivate);
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
    private static void WriteThrough(string path, byte[] content, bool isPrivate)
    {
        using var file = Create(path, isPrivate);
        file.Write(content, 0, content.Length);
        file.Flush(flushToDisk: true);
    }

    private static void Move(string from, string to, bool replace, bool keepsMode)
    {
        try
        {
            // On Unix, a move checks for the target and then renames, which is not atomic: two moves at once could both
            // succeed.
            lock (Gate)
            {
                if (replace) Replace(from, to, keepsMode);
                else File.Move(from, to);
            }
        }
        catch (IOException) when (!replace && File.Exists(to))
        {
            throw new FileExistsException(to);
        }
    }

#if NET
    private const UnixFileMode OfUser = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OfUser | UnixFileMode.UserExecute);
    }

    private static FileStream Create(string path, bool isPrivate)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
        };
        if (isPrivate && !OperatingSystem.IsWindows()) options.UnixCreateMode = OfUser;
        return new FileStream(path, options);
    }

    private static void Replace(string from, string to, bool keepsMode)
    {
        if (keepsMode && !OperatingSystem.IsWindows() && File.Exists(to) && new FileInfo(to).LinkTarget is null)
            File.SetUnixFileMode(from, File.GetUnixFileMode(to));
        File.Move(from, to, overwrite: true);
    }
#else
    // This edition runs on Windows, where the user's folders are private.
    private static void CreatePrivate(string folder) => Directory.CreateDirectory(folder);

    private static FileStream Create(string path, bool isPrivate) =>
        new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    private static void Replace(string from, string to, bool keepsMode)
    {
        if (File.Exists(to)) File.Replace(from, to, destinationBackupFileName: null);
        else File.Move(from, to);
    }
#endif
}
