using System;
using System.IO;
using System.Linq;

namespace BatchFlows.Package;

/// <summary>The release notes: the newest section of the changelog.</summary>
internal static class ReleaseNotes
{
    public static string Newest(string changelog)
    {
        var notes = string.Join('\n', File.ReadLines(changelog)
            .SkipWhile(line => !IsHeading(line)).Skip(1).TakeWhile(line => !IsHeading(line))).Trim();
        return notes.Length > 0
            ? notes
            : throw new InvalidOperationException($"The newest section of {changelog} is empty.");
    }

    private static bool IsHeading(string line) => line.StartsWith("## ", StringComparison.Ordinal);
}
