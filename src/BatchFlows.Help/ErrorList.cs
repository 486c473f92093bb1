using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Help;

/// <summary>The list of error IDs and their causes in an about topic, in place of a line of the topic's text.</summary>
internal static class ErrorList
{
    private const string Placeholder = "    {list of errors}\n";
    private const int Width = 130;

    /// <summary>Lists the cause only, because the message of each error already ends with its remedy.</summary>
    public static string Insert(string topic, Comments comments)
    {
        if (!topic.Contains(Placeholder, StringComparison.Ordinal))
            throw new InvalidOperationException($"The text of the topic has no line '{Placeholder.TrimEnd()}'.");
        var kinds = comments.ValuesOf("BatchFlows.FailureKind").ToList();
        var indent = new string(' ', 4 + kinds.Max(kind => kind.Name.Length) + 2);
        var lines = kinds.SelectMany(kind => Wrap(kind.Summary, Width - indent.Length)
            .Select((line, index) => (index == 0 ? $"    {kind.Name}".PadRight(indent.Length) : indent) + line + "\n"));
        return topic.Replace(Placeholder, string.Concat(lines), StringComparison.Ordinal);
    }

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width) lines.Add("");
            lines[^1] += lines[^1].Length > 0 ? " " + word : word;
        }

        return lines;
    }
}
