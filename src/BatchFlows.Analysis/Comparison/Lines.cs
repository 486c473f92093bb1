using System.Collections.Generic;
using DiffPlex;

namespace BatchFlows.Analysis.Comparison;

/// <summary>
/// Splits a text after each line feed, as git does. A carriage return is part of its line, so that changed line ends
/// are changed lines.
/// </summary>
internal sealed class Lines : IChunker
{
    public IReadOnlyList<string> Chunk(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length; start += lines[lines.Count - 1].Length)
        {
            var end = text.IndexOf('\n', start);
            lines.Add(text.Substring(start, (end < 0 ? text.Length : end + 1) - start));
        }

        return lines;
    }
}
