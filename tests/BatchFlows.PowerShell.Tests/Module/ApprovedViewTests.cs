using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// What users see of each type, at 80, 120 and 200 columns, with and without colour, as text that somebody has read
/// line by line. With BATCHFLOWS_APPROVE=1 the texts are written anew: read them again before they are committed.
/// </summary>
public class ApprovedViewTests
{
    private static readonly string Approved =
        Path.Combine(Paths.Repository, "tests", "BatchFlows.PowerShell.Tests", "Approved");

    [Fact]
    public async Task Each_type_is_shown_as_it_was_approved()
    {
        using var folder = new TemporaryFolder();
        var (output, errors, exitCode) = await Child.RunAsync(
            [
                Paths.PowerShell, "-NoProfile", "-NonInteractive", "-File", Path.Combine(Approved, "show.ps1"),
                Paths.Manifest, folder.Path,
            ]);
        Assert.True(exitCode == 0, output + errors);

        var shown = Directory.GetFiles(folder.Path).ToDictionary(file => Path.GetFileName(file), File.ReadAllLines);
        if (Environment.GetEnvironmentVariable("BATCHFLOWS_APPROVE") == "1")
        {
            foreach (var (name, lines) in shown) await File.WriteAllLinesAsync(Path.Combine(Approved, name), lines);
        }

        Lists.AssertComplete(Types().Where(type => !shown.ContainsKey(type + ".txt"))
            .Select(type => $"{type}: has a view, and {Path.Combine(Approved, "show.ps1")} shows none of it"));
        Lists.AssertComplete(shown.SelectMany(text => Differences(text.Key, text.Value)));
        Lists.AssertComplete(shown.SelectMany(text => TooWide(text.Key, text.Value)));
    }

    private static IEnumerable<string> Types() =>
        Views.All().SelectMany(view => view.Descendants("TypeName")).Select(name => name.Value.Split('.')[^1])
            .Distinct();

    private static IEnumerable<string> Differences(string name, string[] shown)
    {
        var file = Path.Combine(Approved, name);
        var approved = File.Exists(file) ? File.ReadAllLines(file) : [];
        return shown.Length == approved.Length
            ? shown.Zip(approved).Select((pair, index) => (pair.First, pair.Second, Line: index + 1))
                .Where(line => line.First != line.Second)
                .Select(line => $"{name}:{line.Line}\n  shown    {line.First}\n  approved {line.Second}")
            : [$"{name}: {shown.Length} lines in place of {approved.Length}:\n{string.Join('\n', shown)}"];
    }

    private static IEnumerable<string> TooWide(string name, string[] shown)
    {
        var width = 0;
        foreach (var line in shown)
        {
            if (Regex.Match(line, "^--- ([0-9]+) columns, ") is { Success: true } head)
                width = int.Parse(head.Groups[1].Value, CultureInfo.InvariantCulture);
            var columns = Regex.Replace(line, @"\\e\[[0-9;]*m", "").Length;
            if (columns > width) yield return $"{name}: {columns} columns in a window of {width}: {line}";
        }
    }
}
