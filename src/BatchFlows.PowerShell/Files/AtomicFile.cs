using System;
using System.IO;
using System.Text;
using System.Threading;

namespace BatchFlows.Files;

/// <summary>Writes a file so that it is there whole or not at all, also when the process is ended meanwhile.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="FileExistsException">The file exists and is not to be replaced.</exception>
    public static FileInfo Write(string path, string text, bool replace, CancellationToken cancellationToken)
    {
        if (!replace && File.Exists(path)) throw new FileExistsException(path);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllText(unfinished, text, Utf8);
            cancellationToken.ThrowIfCancellationRequested();
            Move(unfinished, path, replace);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return new FileInfo(path);
    }

    private static void Move(string from, string to, bool replace)
    {
        if (replace && File.Exists(to))
        {
#if NET
            File.Move(from, to, overwrite: true);
#else
            File.Replace(from, to, destinationBackupFileName: null);
#endif
            return;
        }

        try
        {
            File.Move(from, to);
        }
        catch (IOException) when (File.Exists(to))
        {
            throw new FileExistsException(to);
        }
    }
}
