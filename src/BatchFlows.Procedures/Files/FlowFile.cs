using System;
using System.IO;
using System.Text;

namespace BatchFlows.Procedures.Files;

/// <summary>A file with a flow's definition.</summary>
internal static class FlowFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FileNotReadException">It cannot be read, or is something else.</exception>
    public static FlowDefinition Read(string path)
    {
        if (Directory.Exists(path)) throw new FileNotReadException(path, "it is a folder; name the files in it");
        try
        {
            return FlowDefinition.Parse(File.ReadAllText(path, Utf8)); // also takes UTF-16, when its first bytes say so
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or FormatException or DecoderFallbackException)
        {
            throw new FileNotReadException(path, e is DecoderFallbackException ? "it is no UTF-8 text" : e.Message, e);
        }
    }
}
