using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.Analysis.Shells;

/// <summary>What is known of a shell script without executing it.</summary>
internal sealed class ShellScript
{
    private static readonly string[] Loops = ["for", "select"];
    private static readonly string[] Readers = ["read", "mapfile", "readarray", "getopts", "printf"];

    private static readonly Regex FirstLine = new(@"^#![^\n]*\s-([A-Za-z]+)", RegexOptions.CultureInvariant);

    private readonly string _text;
    private HashSet<string>? _assigned;

    private ShellScript(string text, ShellReader reader)
    {
        _text = text;
        Commands = reader.Commands;
        OpenHeredoc = reader.OpenHeredoc;
        OpenQuote = reader.OpenQuote;
    }

    /// <summary>The words of each simple command as they are written, without those in substitutions.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Commands { get; }

    /// <summary>A here-document without its end, and the line where it begins.</summary>
    public (string Delimiter, int Line)? OpenHeredoc { get; }

    /// <summary>A quote that is not closed, and the line where it begins.</summary>
    public (char Quote, int Line)? OpenQuote { get; }

    public bool EndsAtUnsetVariables => Sets('u', "nounset");

    public bool EndsAtErrors => Sets('e', "errexit");

    /// <summary>Variables that get a value in the script itself.</summary>
    public ISet<string> Assigned => _assigned ??= [.. Commands.SelectMany(AssignedBy)];

    public static ShellScript Parse(string text)
    {
        var reader = new ShellReader(text);
        reader.Read();
        return new ShellScript(text, reader);
    }

    private static IEnumerable<string> AssignedBy(IReadOnlyList<string> words)
    {
        var reads = false;
        for (var i = 0; i < words.Count; i++)
        {
            var length = NameLength(words[i]);
            var isWhole = length == words[i].Length;
            var follows = isWhole ? "" : words[i].Substring(length);
            if (length > 0 && (follows is ['=', ..] or ['+', '=', ..] or ['[', ..] || (isWhole && reads)
                || (isWhole && i > 0 && Loops.Contains(words[i - 1]))))
                yield return words[i].Substring(0, length);
            reads |= Readers.Contains(words[i]);
        }
    }

    private static int NameLength(string word)
    {
        var length = 0;
        while (length < word.Length && (word[length] == '_' || char.IsLetterOrDigit(word[length]))) length++;
        return length > 0 && char.IsDigit(word[0]) ? 0 : length;
    }

    private bool Sets(char option, string name) =>
        FirstLine.Match(_text).Groups[1].Value.Contains(option) || Commands.Any(words =>
            words[0] == "set" && words.Any(word => word == name || (word[0] == '-' && word.Contains(option))));
}
