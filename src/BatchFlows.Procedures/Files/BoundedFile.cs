using System;
using System.IO;
using System.Threading;

namespace BatchFlows.Procedures.Files;

/// <summary>
/// Reads files whole, with a limit and a stop. Devices and pipes are refused before they are opened, because opening
/// one may wait for ever, and reading one may never end.
/// </summary>
internal static class BoundedFile
{
    /// <summary>Maximum size of a definition or of certificates.</summary>
    public const int UsualLimit = 64 << 20;

    private const int ChunkLength = 1 << 20;

    /// <exception cref="FileNotReadException">It cannot be read, is too long, or is no regular file.</exception>
    public static byte[] Read(string path, int limit, CancellationToken cancellationToken)
    {
        try
        {
            if (Directory.Exists(path)) throw new FileNotReadException(path, "it is a folder; name the files in it");
            // Devices, pipes and sockets have no length, and neither have the files that the system makes when they
            // are read.
            var length = LengthOf(path);
            if (length == 0)
                throw new FileNotReadException(path, "it must be a regular file that is not empty");
            if (length > limit) throw TooLong(path, limit);
            return Read(path, (int)length, limit, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileNotReadException(path, e.Message, e);
        }
    }

    private static byte[] Read(string path, int length, int limit, CancellationToken cancellationToken)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream(length);
        var chunk = new byte[Math.Min(ChunkLength, length + 1)];
        int count;
        while ((count = file.Read(chunk, 0, chunk.Length)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (content.Length + count > limit) throw TooLong(path, limit); // it grows while it is read
            content.Write(chunk, 0, count);
        }

        return content.ToArray();
    }

    private static FileNotReadException TooLong(string path, int limit) =>
        new(path, $"it is longer than {limit >> 20} MB, which is the most that is read");

#if NET
    private static long LengthOf(string path) =>
        (File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length;
#else
    // This platform cannot follow a link, so only the opened file knows its length. Folders contain no pipes here.
    private static long LengthOf(string path)
    {
        if ((File.GetAttributes(path) & FileAttributes.ReparsePoint) == 0) return new FileInfo(path).Length;
        using var file = File.OpenRead(path);
        return file.Length;
    }
#endif
}
