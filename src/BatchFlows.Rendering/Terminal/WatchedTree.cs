using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Watching;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Terminal;

/// <summary>Draws a run that is watched as the lines of a screen.</summary>
internal static class WatchedTree
{
    /// <summary>The tree of all tasks; if the screen is too small for it, the tasks that run or failed.</summary>
    /// <param name="now">The time, by the clock that the run was read at.</param>
    /// <param name="width">Most columns of a line.</param>
    /// <param name="height">Most lines.</param>
    /// <param name="isAscii">True for a terminal that shows ASCII only.</param>
    public static IReadOnlyList<TreeLine> Of(
        WatchedRun watched, DateTimeOffset now, int width, int height, bool isAscii)
    {
        if (watched.Tasks.Count < height)
        {
            var whole = LinesOf(WatchedDiagram.Of(watched, now));
            if (whole.Length <= height) return whole;
        }

        var (part, others) = WatchedDiagram.PartOf(watched, now, height);
        var room = height - LinesOf(part with { Nodes = [] }).Count(IsText) - 1;
        if (part.Nodes.Count > room) (part, others) = WatchedDiagram.PartOf(watched, now, Math.Max(0, room));
        var cut = new Signs(isAscii).Cut;
        TreeLine[] rest =
            others.Length == 0 ? [] : [new TreeLine(Columns.Shorten($"{cut} {others}", width, cut))];
        return [.. LinesOf(part).Where(IsText).Concat(rest).Take(Math.Max(1, height))];

        TreeLine[] LinesOf(Diagram diagram) =>
            [.. TextTree.LinesOf(diagram, width, isAscii).Select(line => line.Cut(width))];

        static bool IsText(TreeLine line) => line.Text.Length > 0;
    }

    /// <summary>A line for each change, for output that cannot be redrawn.</summary>
    public static string Line(RunChange change) => FormattableString.Invariant(
        $"{change.Time:yyyy-MM-dd HH:mm:ss}  {change.Name}  {StatusMarks.WordOf(change.Mark)}")
        + (change.Note.Length > 0 ? $"  {change.Note}" : "");
}
