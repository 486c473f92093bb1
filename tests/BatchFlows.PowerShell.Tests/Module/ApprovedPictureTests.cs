using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// Pictures of the seeded organisation, as text at 80 and 200 columns, and as the SVG files that README and the
/// documentation show. With BATCHFLOWS_APPROVE=1 they are drawn anew: look at each before it is committed.
/// </summary>
public class ApprovedPictureTests
{
    private static readonly string Texts =
        Path.Combine(Paths.Repository, "tests", "BatchFlows.PowerShell.Tests", "Approved", "Pictures");

    private static readonly string Documents = Path.Combine(Paths.Repository, "docs", "pictures");

    [Fact]
    public async Task Each_picture_is_as_it_was_approved()
    {
        using var folder = new TemporaryFolder();
        var (output, errors, exitCode) = await Child.RunAsync(
            [
                Paths.PowerShell, "-NoProfile", "-NonInteractive", "-File", Path.Combine(Texts, "draw.ps1"),
                Paths.Manifest, folder.Path,
            ]);
        Assert.True(exitCode == 0, output + errors);

        var drawn = Directory.GetFiles(folder.Path).ToDictionary(Approved, File.ReadAllLines);
        if (Environment.GetEnvironmentVariable("BATCHFLOWS_APPROVE") == "1")
        {
            foreach (var (file, lines) in drawn) await File.WriteAllTextAsync(file, string.Join('\n', lines) + "\n");
        }

        Lists.AssertComplete(drawn.SelectMany(picture => Differences(picture.Key, picture.Value)));
        Lists.AssertComplete(Directory.GetFiles(Documents).Concat(Directory.GetFiles(Texts, "*.txt"))
            .Where(file => !drawn.ContainsKey(file)).Select(file => $"{file}: draw.ps1 does not draw it"));
    }

    private static string Approved(string file) =>
        Path.Combine(Path.GetExtension(file) == ".svg" ? Documents : Texts, Path.GetFileName(file));

    private static IEnumerable<string> Differences(string file, string[] drawn)
    {
        var approved = File.Exists(file) ? File.ReadAllLines(file) : [];
        return drawn.Length == approved.Length
            ? drawn.Zip(approved).Select((pair, index) => (pair.First, pair.Second, Line: index + 1))
                .Where(line => line.First != line.Second)
                .Select(line => $"{file}:{line.Line}\n  drawn    {line.First}\n  approved {line.Second}")
            : [$"{file}: {drawn.Length} lines in place of {approved.Length}:\n{string.Join('\n', drawn)}"];
    }
}
