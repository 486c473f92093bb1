using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>How long files of the product may be, and lines of it and of its tests.</summary>
public class SourceFileTests
{
    private const int LongestFile = 150;
    private const int LongestLine = 120;
    private const string Reason = "// Longer than 150 lines: ";

    [Fact]
    public void A_file_is_short_or_its_first_comment_gives_the_reason() =>
        Lists.AssertComplete(Sources()
            .Where(source => source.Lines.Length > LongestFile)
            .Where(source => !source.Lines[0].StartsWith(Reason, StringComparison.Ordinal))
            .Select(source => $"src/{source.Path}: {source.Lines.Length} lines, and no first comment '{Reason}...'"));

    [Fact]
    public void Lines_end_at_the_margin() =>
        Lists.AssertComplete(Sources().SelectMany(source => source.Lines
            .Select((line, index) => (Place: $"src/{source.Path}:{index + 1}", line.Length))
            .Where(line => line.Length > LongestLine)
            .Select(line => $"{line.Place}: {line.Length} columns")));

    /// <summary>A long text is not broken, because nobody finds a broken one again.</summary>
    [Fact]
    public void Lines_of_tests_end_at_the_margin_but_for_their_texts() =>
        Lists.AssertComplete(Sources("tests").SelectMany(source =>
        {
            var isText = false;
            return source.Lines.Select((line, index) =>
            {
                var hasText = isText || Regex.IsMatch(line, @"""""""|""(\\.|[^""\\]){30,}");
                if (line.Split("\"\"\"").Length % 2 == 0) isText = !isText;
                return line.Length <= LongestLine || hasText
                    ? null
                    : $"tests/{source.Path}:{index + 1}: {line.Length} columns";
            }).OfType<string>();
        }));

    [Fact]
    public void Messages_say_what_something_is_not_in_the_usual_words() =>
        Lists.AssertComplete(Sources()
            .Where(source => !source.Path.StartsWith("BatchFlows.Sandbox", StringComparison.Ordinal))
            .SelectMany(source => source.Lines
                .Select((line, index) => (Place: $"src/{source.Path}:{index + 1}", Text: line))
                .Where(line => !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .Where(line => Regex.IsMatch(line.Text, "\".*(?<![Tt]here) (is|are) no \\w"))
                .Select(line => $"{line.Place}: {line.Text.Trim()}")));

    private static IEnumerable<(string Path, string[] Lines)> Sources(string folder = "src")
    {
        var root = Path.Combine(Paths.Repository, folder);
        return Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
            .Select(path => (path, File.ReadAllLines(Path.Combine(root, path))));
    }
}
