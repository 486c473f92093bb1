using System;
using System.IO;
using System.Text;
using System.Threading;
using BatchFlows.Procedures.Files;
using BatchFlows.Sandbox;

namespace BatchFlows.Files;

/// <summary>A file with the state of a sandbox.</summary>
internal static class SandboxStateFile
{
    private const int LongestLength = 512 << 20;

    /// <exception cref="FileExistsException">The file exists and must not be replaced.</exception>
    /// <exception cref="FileNotWrittenException">The file system does not let it be written.</exception>
    public static void Save(SandboxService service, string path, bool replace, CancellationToken cancellationToken)
    {
        UnfinishedFile.RemoveLeft(Path.GetDirectoryName(path)!);
        using var state = new MemoryStream();
        service.SaveState(state);
        AtomicFile.Write(path, Encoding.UTF8.GetString(state.ToArray()), replace, cancellationToken);
    }

    /// <exception cref="FileNotReadException">
    /// It cannot be read, or is something else; the sandbox is as it was.
    /// </exception>
    public static void Load(SandboxService service, string path, CancellationToken cancellationToken)
    {
        var content = BoundedFile.Read(path, LongestLength, cancellationToken);
        try
        {
            service.LoadState(new MemoryStream(content), cancellationToken);
        }
        catch (FormatException e)
        {
            throw new FileNotReadException(path, e.Message, e);
        }
    }
}
