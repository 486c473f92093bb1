using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace BatchFlows.Binding;

/// <summary>What -Name takes: names with wildcards, without regard to case. It knows which plain names have not come up.</summary>
/// <param name="names">The names; null for all.</param>
internal sealed class NameFilter(string[]? names)
{
    // An escaped character is left out too: the service takes a shorter part as well.
    private static readonly Regex Wild = new(@"`.?|\[[^\]]*\]?|[*?]", RegexOptions.CultureInvariant);

    private readonly WildcardPattern[]? _patterns = names?.Select(Pattern).ToArray();
    private readonly List<string> _unseen = [.. (names ?? []).Where(name => !WildcardPattern.ContainsWildcardCharacters(name))];

    /// <summary>The longest part that each match contains as it is; null when there is none.</summary>
    public string? CommonPart =>
        names is [var only] ? Wild.Split(only).OrderByDescending(part => part.Length).First() is { Length: > 0 } part ? part : null : null;

    /// <summary>The plain names that nothing has matched so far.</summary>
    public IReadOnlyList<string> Unseen => _unseen;

    public bool IsMatch(string? name)
    {
        if (_patterns is null) return true;
        _unseen.RemoveAll(unseen => Pattern(unseen).IsMatch(name ?? ""));
        return Array.Exists(_patterns, pattern => pattern.IsMatch(name ?? ""));
    }

    private static WildcardPattern Pattern(string name) => WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
}
