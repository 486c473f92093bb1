using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.Sandbox;

/// <summary>
/// What a command line would do, read and never executed: <c>sleep 30</c> takes its time, <c>echo text</c> writes,
/// <c>exit 3</c> ends.
/// <c>exit 3 # until run 2</c> is passed over from the second run on. Everything else does nothing.
/// </summary>
internal sealed class PretendedCommand
{
    private const int SecondsBetweenLines = 10;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);
    private static readonly Regex Steps = new(
        @"(?<=^|[\s;&|({])(?:sleep\s+(?<seconds>[0-9]{1,8}(?:\.[0-9]{1,3})?)|"
        + @"exit\s+(?<code>[0-9]{1,9})(?:\s*#\s*until run (?<run>[0-9]{1,9}))?|"
        + @"echo\s+(?:""(?<text>[^""\n]*)""|'(?<text>[^'\n]*)'|(?<text>[^;&|})\n]*)))",
        RegexOptions.CultureInvariant);

    private readonly List<(TimeSpan At, TimeSpan Sleep, string? Text)> _steps = [];

    public PretendedCommand(string command, int run)
    {
        foreach (var step in Steps.Matches(command).Cast<Match>())
        {
            if (step.Groups["text"].Success)
            {
                _steps.Add((Sleep, TimeSpan.Zero, step.Groups["text"].Value.TrimEnd()));
            }
            else if (step.Groups["seconds"].Success)
            {
                var sleep = TimeSpan.FromSeconds(
                    double.Parse(step.Groups["seconds"].Value, CultureInfo.InvariantCulture));
                _steps.Add((Sleep, sleep, null));
                Sleep = sleep < Longest - Sleep ? Sleep + sleep : Longest;
            }
            else if (
                !step.Groups["run"].Success || run < int.Parse(step.Groups["run"].Value, CultureInfo.InvariantCulture))
            {
                ExitCode = int.Parse(step.Groups["code"].Value, CultureInfo.InvariantCulture);
                break;
            }
        }
    }

    /// <summary>A command that sleeps, then writes, and ends.</summary>
    public PretendedCommand(TimeSpan sleep, string? text, int exitCode)
    {
        Sleep = sleep < Longest ? sleep : Longest;
        ExitCode = exitCode;
        _steps.Add((TimeSpan.Zero, Sleep, null));
        if (text is not null) _steps.Add((Sleep, TimeSpan.Zero, text));
    }

    /// <summary>How long it sleeps altogether, at most a year.</summary>
    public TimeSpan Sleep { get; private set; }

    public int ExitCode { get; }

    /// <summary>What it has written after some time: its echoes, and a line for each ten seconds of a sleep.</summary>
    public IEnumerable<string> OutputAfter(TimeSpan elapsed)
    {
        foreach (var (at, sleep, text) in _steps.TakeWhile(step => step.At <= elapsed))
        {
            if (text is not null) yield return text;
            var slept = sleep < elapsed - at ? sleep : elapsed - at;
            for (var seconds = SecondsBetweenLines; seconds <= slept.TotalSeconds; seconds += SecondsBetweenLines)
                yield return FormattableString.Invariant($"{seconds} s of {sleep.TotalSeconds} s");
        }
    }
}
