using System;
using System.IO;
using System.Management.Automation;

namespace BatchFlows.Files;

/// <summary>A path as it is typed, which is relative to where the session is and not to where the process is.</summary>
internal static class FilePath
{
    /// <returns>The full path in the file system.</returns>
    /// <exception cref="NotSupportedException">It is not in the file system. The message says where.</exception>
    /// <exception cref="ArgumentException">It is no path.</exception>
    public static string Resolve(SessionState session, string given)
    {
        var path = session.Path.GetUnresolvedProviderPathFromPSPath(given, out var provider, out _);
        return provider.Name == "FileSystem"
            ? Path.GetFullPath(path)
            : throw new NotSupportedException($"it belongs to {provider.Name}, not to the file system");
    }
}
