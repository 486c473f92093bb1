using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.Analysis.Diagnosis;

/// <summary>
/// Finds the line of a log that names the error. The kinds of lines are tried from the surest to the least sure; a
/// trace names its cause at its end, and of plain messages the first one caused the others.
/// </summary>
internal static class ErrorLine
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private const int LongestLine = 2_000; // of a longer one, the head says what it is

    private static readonly (Regex Form, bool IsLast)[] Kinds =
    [
        (new(@"^\s*Caused by: \S", Options), true), // Java
        (new(@"^(?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*(?:Error|Exception|Interrupt)(?::|$)", Options), true), // Python, Java
        (new(@"^Exception in thread |^Unhandled exception|^panic: |^Traceback ", Options), true),
        (new(@"\b(?:FATAL|CRITICAL|PANIC|SEVERE)\b|^FAILED: ", Options), false), // the last one is of Hive
        (new(@"\bERROR\b|^E[0-9]{4} |^error[ :\[]|: error[ :]|^ORA-[0-9]+|\bError: ", Options), false),
        (
            new(
                @"command not found|no such file|permission denied|access denied|no space left|out of memory|"
                    + @"cannot allocate|connection (?:refused|reset|timed out)|timed? ?out|segmentation fault|"
                    + @"core dumped|^killed\b|unable to |could not |cannot |can't |failed|not found|invalid|refused",
                Options | RegexOptions.IgnoreCase),
            true),
    ];

    // "0 errors" and the like, which logs of successes have as well.
    private static readonly Regex NoError = new(
        @"\b(?:0|no|without)\s+(?:errors?|failures?|failed|warnings?)\b|\b(?:errors?|failures?|failed)\s*[:=]\s*0\b",
        Options | RegexOptions.IgnoreCase);

    /// <summary>
    /// The line, without blanks around it; the last line when none looks like an error; null for an empty log.
    /// </summary>
    public static string? Find(IEnumerable<string> log)
    {
        string[] lines = [.. log.Where(line => !string.IsNullOrWhiteSpace(line)).Select(Shortened)];
        foreach (var (form, isLast) in Kinds)
        {
            var found = lines.Where(line => form.IsMatch(line) && !NoError.IsMatch(line));
            if ((isLast ? found.LastOrDefault() : found.FirstOrDefault()) is { } line) return line.Trim();
        }

        return lines.LastOrDefault()?.Trim();
    }

    private static string Shortened(string line) =>
        line.Length > LongestLine ? line.Substring(0, LongestLine) : line;
}
