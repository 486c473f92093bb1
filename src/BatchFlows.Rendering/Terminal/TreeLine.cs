using System;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Terminal;

/// <summary>A line of a tree.</summary>
/// <param name="Text">The line, without colours.</param>
internal sealed record TreeLine(string Text)
{
    /// <summary>The mark of its node.</summary>
    public DiagramMark Mark { get; init; }

    /// <summary>Where the sign of the mark is.</summary>
    public (int Start, int Length) Sign { get; init; }

    /// <summary>Where the word of the mark is.</summary>
    public (int Start, int Length) Word { get; init; }

    /// <summary>The line with its sign and its word in colour.</summary>
    /// <param name="paint">Gives a text the colour of a mark.</param>
    public string Painted(Func<DiagramMark, string, string> paint)
    {
        return Part(Part(Text, Word), Sign);

        string Part(string text, (int Start, int Length) part)
        {
            var length = Math.Min(part.Length, Text.Length - part.Start);
            return length <= 0
                ? text
                : text.Remove(part.Start, length).Insert(part.Start, paint(Mark, text.Substring(part.Start, length)));
        }
    }

    /// <summary>The line in at most so many columns.</summary>
    public TreeLine Cut(int columns) => this with { Text = Columns.Shorten(Text, columns, "").TrimEnd() };
}
