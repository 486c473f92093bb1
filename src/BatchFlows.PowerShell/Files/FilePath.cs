using System;
using System.IO;
using System.Management.Automation;

namespace BatchFlows.Files;

/// <summary>A path as it is typed, which is relative to where the session is and not to where the process is.</summary>
internal static class FilePath
{
    /// <returns>The full path in the file system.</returns>
    /// <exception cref="FlowException">The path cannot be used, or is not in the file system.</exception>
    public static string Resolve(SessionState session, string given)
    {
        try
        {
            var path = session.Path.GetUnresolvedProviderPathFromPSPath(given, out var provider, out _);
            return provider.Name == "FileSystem"
                ? Path.GetFullPath(path)
                : throw Unusable(given, $"it belongs to {provider.Name}, not to the file system");
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw Unusable(given, e.Message.TrimEnd('.'), e);
        }
    }

    public static FlowException Unusable(string given, string why, Exception? inner = null) =>
        new(FailureKind.PathInvalid, $"The path '{given}' cannot be used: {why}.", inner);
}
