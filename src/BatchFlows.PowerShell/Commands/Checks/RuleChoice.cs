using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Rules;
using BatchFlows.Binding;

namespace BatchFlows.Commands;

/// <summary>The rules that a user selects.</summary>
internal static class RuleChoice
{
    /// <param name="included">IDs or patterns; null for all.</param>
    /// <param name="excluded">IDs or patterns; null for none.</param>
    /// <param name="severity">Least severity; null for any.</param>
    public static IReadOnlyList<Rule> Of(string[]? included, string[]? excluded, string? severity)
    {
        Enum.TryParse<RuleSeverity>(severity, ignoreCase: true, out var least);
        return [.. AllRules.List.Where(rule => rule.About.Severity >= least
            && (included is null || IsMatch(rule, included)) && (excluded is null || !IsMatch(rule, excluded)))];
    }

    /// <summary>The first pattern that no rule matches; null when each matches one.</summary>
    public static string? Unknown(params string[]?[] patterns) => patterns.SelectMany(some => some ?? [])
        .FirstOrDefault(pattern => !AllRules.List.Any(rule => IsMatch(rule, [pattern])));

    private static bool IsMatch(Rule rule, string[] patterns) =>
        patterns.Any(pattern => new NamePattern(pattern).IsMatch(rule.About.RuleId));
}
