using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Terminal;

/// <summary>
/// Lines that are replaced in place. The cursor always stands at the beginning of the line below them and is never
/// hidden, so that there is nothing to restore when the command is stopped.
/// </summary>
internal static class Redrawing
{
    private const string ToEndOfLine = "\u001B[K\r\n";
    private const string ToEndOfScreen = "\u001B[J";

    /// <summary>What to write to a terminal that shows some lines, so that it shows others in their place.</summary>
    /// <param name="shown">The lines that it shows, without colours; none before the first time.</param>
    /// <param name="lines">The lines that it is to show; none to remove them.</param>
    /// <param name="width">Its width now: in a narrower window than before, the terminal has broken lines.</param>
    public static string Of(IEnumerable<string> shown, IEnumerable<string> lines, int width)
    {
        var rows = shown.Sum(line => Math.Max(1, (Columns.Of(line) + width - 1) / width));
        var up = rows > 0 ? FormattableString.Invariant($"\r\u001B[{rows}A") : "";
        return up + string.Concat(lines.Select(line => line + ToEndOfLine)) + ToEndOfScreen;
    }
}
