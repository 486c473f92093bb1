using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace BatchFlows.Analysis.Comparison;

/// <summary>
/// Differences of texts in the unified form that <c>git apply</c> and <c>patch</c> read. The renderer of DiffPlex
/// ignores white space and changed line ends.
/// </summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    private static readonly Lines Lines = new();

    /// <summary>The difference of two versions of a file; empty when they are equal.</summary>
    /// <param name="path">Relative path with slashes.</param>
    /// <param name="reference">Null for a file that is new.</param>
    /// <param name="difference">Null for a file that is gone.</param>
    public static string OfFile(string path, string? reference, string? difference)
    {
        if (reference == difference) return "";
        var (old, @new) = (GitPath.Of($"a/{path}"), GitPath.Of($"b/{path}"));
        var mode = reference is null ? "new file mode 100644\n"
            : difference is null ? "deleted file mode 100644\n"
            : "";
        return $"diff --git {old} {@new}\n{mode}--- {(reference is null ? "/dev/null" : GitPath.InHeader(old))}\n"
            + $"+++ {(difference is null ? "/dev/null" : GitPath.InHeader(@new))}\n"
            + OfText(reference ?? "", difference ?? "");
    }

    /// <summary>The changed lines of a text, with some lines around them.</summary>
    public static string OfText(string reference, string difference)
    {
        var diff = Differ.Instance.CreateDiffs(
            reference, difference, ignoreWhiteSpace: false, ignoreCase: false, Lines);
        var text = new StringBuilder();
        for (var first = 0; first < diff.DiffBlocks.Count;)
        {
            var last = first;
            while (last + 1 < diff.DiffBlocks.Count && IsNear(diff.DiffBlocks[last], diff.DiffBlocks[last + 1])) last++;
            AppendHunk(text, diff, diff.DiffBlocks.Skip(first).Take(last - first + 1).ToArray());
            first = last + 1;
        }

        return text.ToString();
    }

    private static bool IsNear(DiffBlock block, DiffBlock next) =>
        next.DeleteStartA - (block.DeleteStartA + block.DeleteCountA) <= 2 * Context;

    private static void AppendHunk(StringBuilder text, DiffResult diff, DiffBlock[] blocks)
    {
        var (first, last) = (blocks[0], blocks[^1]);
        var before = Math.Min(Context, first.DeleteStartA);
        var (startA, startB) = (first.DeleteStartA - before, first.InsertStartB - before);
        var endA = last.DeleteStartA + last.DeleteCountA;
        var after = Math.Min(Context, diff.PiecesOld.Count - endA);
        var countB = last.InsertStartB + last.InsertCountB + after - startB;
        text.Append($"@@ -{Range(startA, endA + after - startA)} +{Range(startB, countB)} @@\n");
        var at = startA;
        foreach (var block in blocks)
        {
            Append(text, ' ', diff.PiecesOld, at, block.DeleteStartA - at);
            Append(text, '-', diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Append(text, '+', diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Append(text, ' ', diff.PiecesOld, at, after);
    }

    /// <summary>Counted from 1; a range without lines is named by the line before it.</summary>
    private static string Range(int start, int count) => $"{(count == 0 ? start : start + 1)},{count}";

    private static void Append(StringBuilder text, char mark, IReadOnlyList<string> lines, int start, int count)
    {
        foreach (var line in lines.Skip(start).Take(count))
        {
            text.Append(mark).Append(line);
            if (line[line.Length - 1] != '\n') text.Append("\n\\ No newline at end of file\n");
        }
    }
}
