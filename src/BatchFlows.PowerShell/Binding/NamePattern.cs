using System;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// A name that may contain wildcards. It matches as a pattern, and also the name that is spelled exactly so, because
/// real names may contain <c>[ ] * ?</c>. Case does not matter.
/// </summary>
internal sealed class NamePattern
{
    private readonly WildcardPattern? _pattern;

    public NamePattern(string text)
    {
        Text = text;
        _pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        try
        {
            _pattern.IsMatch("");
        }
        catch (WildcardPatternException)
        {
            _pattern = null; // an open bracket: the name itself is meant
        }
    }

    public string Text { get; }

    /// <summary>True when it may match several names.</summary>
    public bool HasWildcards => _pattern is not null && WildcardPattern.ContainsWildcardCharacters(Text);

    public bool IsMatch(string name) =>
        string.Equals(name, Text, StringComparison.OrdinalIgnoreCase) || _pattern?.IsMatch(name) == true;
}
