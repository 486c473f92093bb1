using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.Analysis.Shells;

/// <summary>What is known of a shell script without executing it.</summary>
internal sealed class ShellScript
{
    private static readonly Regex Assignment = new(
        @"(?:^|[\s;&|(){}])([A-Za-z_]\w*)(?:\[[^\]\n]{0,100}\])?\+?=",
        RegexOptions.CultureInvariant);

    private static readonly Regex Loop = new(@"\b(?:for|select)\s+([A-Za-z_]\w*)", RegexOptions.CultureInvariant);

    private static readonly Regex Read = new(
        @"\b(?:read|mapfile|readarray|getopts|printf\s+-v)\b([^\n;|&]{0,500})", RegexOptions.CultureInvariant);

    private static readonly Regex Word = new(@"[A-Za-z_]\w*", RegexOptions.CultureInvariant);

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
    public ISet<string> Assigned => _assigned ??= [.. Assignment.Matches(_text).Cast<Match>()
        .Concat(Loop.Matches(_text).Cast<Match>())
        .Select(match => match.Groups[1].Value)
        .Concat(Read.Matches(_text).Cast<Match>()
            .SelectMany(match => Word.Matches(match.Groups[1].Value).Cast<Match>())
            .Select(match => match.Value))];

    public static ShellScript Parse(string text)
    {
        var reader = new ShellReader(text);
        reader.Read();
        return new ShellScript(text, reader);
    }

    private bool Sets(char option, string name) =>
        FirstLine.Match(_text).Groups[1].Value.Contains(option) || Commands.Any(words =>
            words[0] == "set" && words.Any(word => word == name || (word[0] == '-' && word.Contains(option))));
}
