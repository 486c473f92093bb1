using System;
using System.IO;
using System.Text;
using System.Threading;
using BatchFlows.Analysis.Canonical;

namespace BatchFlows.Procedures.Files;

/// <summary>A file with a flow's definition, in the canonical or in the service's form.</summary>
internal static class FlowFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Takes over what the file that a flow's file replaces says of rules.</summary>
    public static void KeepSuppressed(FlowDefinition flow, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return;
        try
        {
            CanonicalFlow.KeepSuppressed(flow, BoundedFile.Read(path, BoundedFile.UsualLimit, cancellationToken));
        }
        catch (FileNotReadException)
        {
            // An empty file, or a link to nothing, says nothing of rules.
        }
    }

    /// <exception cref="FileNotReadException">It cannot be read, or is something else.</exception>
    public static FlowDefinition Read(string path, CancellationToken cancellationToken) =>
        Read(path, out _, cancellationToken);

    /// <param name="isSplit">True when a command is in a file of its own.</param>
    /// <exception cref="FileNotReadException">It cannot be read, or is something else.</exception>
    public static FlowDefinition Read(string path, out bool isSplit, CancellationToken cancellationToken)
    {
        var hasCommands = false;
        var content = BoundedFile.Read(path, BoundedFile.UsualLimit, cancellationToken);
        try
        {
            using var text = new StreamReader(new MemoryStream(content), Utf8); // also UTF-16, by its first bytes
            var commands = new CommandFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var flow = CanonicalFlow.Read(text.ReadToEnd(), FlowFileName.IsCanonical(path), file =>
            {
                hasCommands = true;
                return commands.Read(file, cancellationToken);
            });
            isSplit = hasCommands;
            return flow;
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw new FileNotReadException(path, e is DecoderFallbackException ? "it is not UTF-8 text" : e.Message, e);
        }
    }
}
