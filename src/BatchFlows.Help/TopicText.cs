using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Help;

/// <summary>Text of an about topic.</summary>
internal static class TopicText
{
    private const string Indent = "     "; // and a blank before each word
    private const int Width = 80;

    /// <summary>A paragraph below an item, in lines that fit into a window.</summary>
    public static string Lines(string text)
    {
        var lines = new List<string> { Indent };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + 1 + word.Length > Width) lines.Add(Indent);
            lines[^1] += " " + word;
        }

        return string.Concat(lines.Select(line => line + "\n"));
    }
}
