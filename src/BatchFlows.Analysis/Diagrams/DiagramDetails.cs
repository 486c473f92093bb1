using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Diagrams;

/// <summary>
/// Lines of facts, without those that are empty. Commands and parameters are not among them: pictures are shown to
/// many, and there may be secrets in them.
/// </summary>
internal static class DiagramDetails
{
    private const int Longest = 120;

    public static IReadOnlyList<string> Of(params (string Name, object? Value)[] facts) =>
        [.. facts.Select(fact => (fact.Name, Value: FormattableString.Invariant($"{fact.Value}")))
            .Where(fact => fact.Value.Trim().Length > 0)
            .Select(fact => $"{fact.Name}: {Shortened(DiagramBuilder.Shown(fact.Value))}")];

    public static string Join(string separator, params string?[] texts) =>
        string.Join(separator, texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(DiagramBuilder.Shown));

    private static string Shortened(string text)
    {
        if (text.Length <= Longest) return text;
        return text.Remove(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest) + "\u2026";
    }
}
