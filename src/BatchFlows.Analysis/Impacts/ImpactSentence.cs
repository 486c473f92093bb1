using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Graphs;

namespace BatchFlows.Analysis.Impacts;

/// <summary>An impact in words, for a person who decides.</summary>
internal static class ImpactSentence
{
    /// <param name="flow">The flow to which it happens.</param>
    /// <param name="impacts">Who is hit, the first first.</param>
    /// <returns>Empty when nobody is hit.</returns>
    public static string Of(KnownFlow flow, IReadOnlyList<FlowImpact> impacts)
    {
        if (impacts.Count == 0) return "";
        var first = impacts[0];
        var who = $"{(first.FlowId is { } id ? $"{id} " : "")}'{first.FlowName}'";
        var indirect = impacts.Count(impact => impact.Distance > 1);
        var count = (impacts.Count == 1 ? "1 flow waits" : $"{impacts.Count} flows wait") + $" for flow {flow}";
        var through = indirect == 0 ? "" : $", {indirect} through others";
        return first.FirstFelt is { } felt
            ? FormattableString.Invariant($"{count}{through}. {who} feels it first: {felt:yyyy-MM-dd HH:mm zzz}")
                + (first.Doubt is { } doubt ? $" (not certain: {doubt.TrimEnd('.')})." : ".")
            : $"{count}{through}. When is not known. {who}: {first.Doubt}";
    }
}
