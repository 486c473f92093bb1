using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Rules;

/// <summary>An item of <c>$suppress</c>: a rule that does not count in a flow, or in one task of it.</summary>
internal sealed record Suppression(string? RuleId, string? TaskName, string? Reason)
{
    public static IReadOnlyList<Suppression> Of(FlowDefinition flow) =>
        flow.Suppressed.ValueKind is JsonValueKind.Array or JsonValueKind.Object
            ? [.. flow.Suppressed.AsItems().Select(item => new Suppression(
                item.Field("rule").AsText(), item.Field("task").AsText(), item.Field("reason").AsText()))]
            : [];

    /// <summary>One without a reason does not count.</summary>
    public bool Covers(FlowFinding finding) =>
        string.Equals(RuleId, finding.RuleId, StringComparison.OrdinalIgnoreCase)
            && (TaskName is null || TaskName == finding.TaskName)
            && !string.IsNullOrWhiteSpace(Reason);
}
