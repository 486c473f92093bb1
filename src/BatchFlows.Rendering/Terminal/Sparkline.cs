using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Rendering.Terminal;

/// <summary>A row of columns, one for each value, whose heights are in proportion to the highest one.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const string Plain = "_.:-=+*#";

    /// <param name="values">The values, not negative, in their order.</param>
    /// <param name="width">
    /// The most columns. Where there are more values, each column shows the highest of those that fall to it.
    /// </param>
    /// <param name="isPlain">True where a terminal has no more than ASCII.</param>
    public static string Of(IReadOnlyList<double> values, int width, bool isPlain)
    {
        var columns = Enumerable.Range(0, Math.Min(width, values.Count)).Select(HighestOf).ToList();
        var most = columns.DefaultIfEmpty(0).Max();
        return new([.. columns.Select(value => (isPlain ? Plain : Blocks)[LevelOf(value, most)])]);

        double HighestOf(int column)
        {
            var from = (int)((long)column * values.Count / Math.Min(width, values.Count));
            var end = (int)((column + 1L) * values.Count / Math.Min(width, values.Count));
            return Enumerable.Range(from, end - from).Max(place => values[place]);
        }
    }

    private static int LevelOf(double value, double most) =>
        most > 0 ? Math.Min((int)(value / most * Blocks.Length), Blocks.Length - 1) : 0;
}
