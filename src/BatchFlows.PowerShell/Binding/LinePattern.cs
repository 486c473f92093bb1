using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading;

namespace BatchFlows.Binding;

/// <summary>
/// A regular expression of a user. Some would take years for a line, such as <c>^(a+)+$</c>, so each line has a time
/// limit. Thread-safe.
/// </summary>
/// <exception cref="ArgumentException">It is no regular expression.</exception>
internal sealed class LinePattern(string pattern)
{
    // Long enough for a busy machine that pauses; an expression that takes so long on an idle one is hopeless.
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(2);

    private readonly Regex _regex = new(
        pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, LongestMatch);

    /// <summary>The lines that match.</summary>
    /// <exception cref="FlowException">The time limit was reached.</exception>
    public IReadOnlyList<TaskLogLine> Matching(IReadOnlyList<TaskLogLine> lines, CancellationToken cancellationToken)
    {
        var matching = new List<TaskLogLine>();
        foreach (var line in lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsMatch(line)) matching.Add(line);
        }

        return matching;
    }

    private bool IsMatch(TaskLogLine line)
    {
        try
        {
            return _regex.IsMatch(line.Text);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new FlowException(
                FailureKind.RequestInvalid,
                string.Format(
                    CultureInfo.InvariantCulture, "The pattern took more than {0:0} s for line {1} of the log of {2}.",
                    LongestMatch.TotalSeconds, line.LineNumber, line.TaskInstanceId),
                e,
                "Simplify -Pattern: a repetition within a repetition, such as (a+)+, may take forever.");
        }
    }
}
