using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.Analysis.Diagnosis;

/// <summary>
/// The log of the last attempt of a task. The service writes a head before each attempt, with the command, between two
/// lines of equals signs.
/// </summary>
internal sealed class AttemptLog
{
    private const int MostLines = 5_000;

    private static readonly Regex Border = new("^={20,}$", RegexOptions.CultureInvariant);

    private static readonly Regex Exit = new(
        @"\b(?:exit(?:ed)?|return(?:ed)?)(?:\s+with)?(?:\s+(?:code|status|value))?(?:\s*[:=])?\s+"
            + @"(?<code>-?[0-9]{1,10})\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <param name="log">All lines of the log, with those of earlier attempts.</param>
    public AttemptLog(IReadOnlyList<string> log)
    {
        var start = log.Count;
        while (start > 0 && log.Count - start < MostLines && !Border.IsMatch(log[start - 1])) start--;
        Lines = [.. log.Skip(start == log.Count ? 0 : start)];
    }

    /// <summary>Its output, without the head.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The exit code that the last line with one names; null when none does.</summary>
    public int? ExitCode => Lines.Reverse().Select(line => Exit.Match(line)).FirstOrDefault(match => match.Success)
        is { } match && int.TryParse(
            match.Groups["code"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;

    /// <summary>The line that names the error; null for an empty log.</summary>
    public string? ErrorLine => Diagnosis.ErrorLine.Find(Lines.Where(line => !IsExit(line)));

    private static bool IsExit(string line) =>
        Exit.Match(line) is { Success: true } match && match.Length == line.Trim().Length;
}
