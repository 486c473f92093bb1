using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchFlows.Help;

/// <summary>
/// An about topic as Markdown. In the text, headings stand at the margin, and code is indented by eight blanks; a line
/// with nothing but a name names an error, or a page to see.
/// </summary>
internal static partial class TopicPage
{
    public static IEnumerable<string> Of(string name, string topic)
    {
        yield return $"# {name}";
        var isHead = true; // the name, and the title of the description
        var isCode = false;
        foreach (var line in topic.ReplaceLineEndings("\n").Split('\n'))
        {
            if (isCode != line.StartsWith("        ", StringComparison.Ordinal) && line.Length > 0)
            {
                isCode = !isCode;
                yield return isCode ? "```powershell" : "```\n";
            }

            if (line.Length > 0 && line[0] != ' ')
            {
                isHead = line is "TOPIC" or "SHORT DESCRIPTION";
                if (!isHead) yield return $"## {line[0]}{line[1..].ToLower(CultureInfo.InvariantCulture)}\n";
            }
            else if (isCode)
            {
                if (line.Length > 0) yield return line[8..];
            }
            else if (Name().Match(line) is { Success: true } match)
            {
                if (isHead) continue;
                var text = match.Groups[1].Value;
                yield return text.AsSpan().IndexOfAny('-', '_') < 0 ? $"### {text}\n" : $"- [{text}]({text}.md)";
            }
            else
            {
                yield return line.Trim();
            }
        }

        if (isCode) yield return "```";
    }

    [GeneratedRegex(@"^    ([A-Za-z_-]+)$")]
    private static partial Regex Name();
}
