using System;
using System.Linq;
using System.Text;

namespace BatchFlows.Rendering.Reports;

/// <summary>Paths of files as addresses, percent-encoded.</summary>
internal static class FileAddress
{
    /// <summary>The address from a folder for a file below it, so that it is the same on every machine.</summary>
    public static string Of(string path, string folder)
    {
        path = path.Replace('\\', '/');
        folder = folder.Replace('\\', '/').TrimEnd('/') + "/";
        if (path.StartsWith(folder, StringComparison.Ordinal)) return Encode(path.Substring(folder.Length));
        // \\server\share\file has its server after the slashes, and C:\file has none.
        var isOnServer = path.StartsWith("//", StringComparison.Ordinal);
        return "file:" + (isOnServer ? "" : path[0] == '/' ? "//" : "///") + Encode(path);
    }

    private static string Encode(string path) => string.Join("/", path.Split('/').Select(EncodeName));

    private static string EncodeName(string name) =>
        // Half a surrogate pair has no address; encoding and decoding replaces it.
        Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
}
