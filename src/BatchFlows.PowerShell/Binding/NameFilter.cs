using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.Binding;

/// <summary>Selects names that match any of the patterns. Case does not matter. Thread-safe.</summary>
internal sealed class NameFilter
{
    private static readonly Regex Wildcard = new(
        @"[*?]|\[[^\]]*\]?|`.?", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private const int MostOthers = 10_000; // so that memory stays flat in any list

    private readonly NamePattern[] _patterns;
    private readonly ConcurrentDictionary<string, bool> _unseen = new();
    private readonly ConcurrentDictionary<string, bool> _others = new();

    /// <param name="patterns">The patterns; none for all names.</param>
    public NameFilter(string[] patterns)
    {
        _patterns = [.. patterns.DefaultIfEmpty("*").Select(text => new NamePattern(text))];
        foreach (var pattern in _patterns.Where(pattern => !pattern.HasWildcards)) _unseen[pattern.Text] = true;
    }

    /// <summary>The names without wildcards that have not been found so far.</summary>
    public IEnumerable<string> Unseen => _unseen.Keys.OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>Some of the names that were looked at, while one without wildcards was missing.</summary>
    public IEnumerable<string> Others => _others.Keys;

    /// <summary>For each pattern its longest part without wildcards, which a name that matches contains.</summary>
    public IReadOnlyList<string> Literals =>
        [.. _patterns.Select(pattern => Wildcard.Split(pattern.Text).OrderByDescending(part => part.Length).First())];

    public bool IsMatch(string? name)
    {
        var matching = _patterns.Where(pattern => pattern.IsMatch(name ?? "")).ToList();
        foreach (var pattern in matching) _unseen.TryRemove(pattern.Text, out _);
        if (name is not null && !_unseen.IsEmpty && _others.Count < MostOthers) _others[name] = true;
        return matching.Count > 0;
    }
}
