using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Security;

namespace BatchFlows.Files;

/// <summary>
/// Resolves typed paths, which are relative to the location of the session, not of the process. Only paths of the file
/// system are accepted.
/// </summary>
internal static class FilePath
{
    /// <summary>A longer text is probably not a path, so messages do not repeat it.</summary>
    private const int LongestShown = 260;

    /// <returns>The full path in the file system.</returns>
    /// <exception cref="FlowException">The path cannot be used, or is not in the file system.</exception>
    public static string Resolve(SessionState session, string given) =>
        Resolve(session, given, (why, inner) => Unusable(given, why, inner));

    /// <summary>The file of exactly this path, even if its name looks like a pattern.</summary>
    /// <exception cref="FileNotReadException">The path cannot be used, or is not in the file system.</exception>
    public static string ResolveFile(SessionState session, string given) => Resolve(session, given, NotRead(given));

    /// <summary>
    /// The files that match a path with wildcards. A file that has exactly this name takes precedence over the pattern,
    /// so that every file is found by its own path.
    /// </summary>
    /// <exception cref="FileNotReadException">
    /// The path cannot be used, is not in the file system, or nothing matches it.
    /// </exception>
    public static IReadOnlyList<string> Find(SessionState session, string pattern)
    {
        var fail = NotRead(pattern);
        var literal = Resolve(session, pattern, fail);
        if (File.Exists(literal) || Directory.Exists(literal)) return [literal];
        if (!WildcardPattern.ContainsWildcardCharacters(pattern))
            return [Resolve(session, WildcardPattern.Unescape(pattern), fail)];
        var found = Try(() => session.Path.GetResolvedProviderPathFromPSPath(pattern, out _), fail);
        return found.Count > 0 ? found : throw fail("no file has such a name", null);
    }

    public static FlowException NotForMany(string given) => Unusable(
        given, "it names one file, and there is more than one flow, so nothing was written", inner: null,
        "Specify a folder, which gets one file per flow, such as -Path ./backup/");

    private static FlowException Unusable(string given, string why, Exception? inner, string? remedy = null) =>
        new(FailureKind.PathInvalid, $"The path '{Shown(given)}' cannot be used: {why}.", inner, remedy);

    private static Func<string, Exception?, FlowException> NotRead(string given) =>
        (why, inner) => new FileNotReadException(Shown(given), why, inner);

    private static string Resolve(SessionState session, string given, Func<string, Exception?, FlowException> fail) =>
        Try(
            () =>
            {
                var path = session.Path.GetUnresolvedProviderPathFromPSPath(given, out var provider, out _);
                return provider.Name == "FileSystem"
                    ? Path.GetFullPath(path)
                    : throw fail($"it belongs to {provider.Name}, not to the file system", null);
            },
            fail);

    private static T Try<T>(Func<T> resolve, Func<string, Exception?, FlowException> fail)
    {
        try
        {
            return resolve();
        }
        catch (Exception e) when (e is SessionStateException or ProviderInvocationException or WildcardPatternException
            or ArgumentException or NotSupportedException or InvalidOperationException or IOException
            or UnauthorizedAccessException or SecurityException)
        {
            throw fail(Shown(e.Message).TrimEnd('.'), e);
        }
    }

    private static string Shown(string text) =>
        text.Length <= LongestShown ? text : text.Remove(LongestShown) + "...";
}
