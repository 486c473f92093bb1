using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Diagnosis;

/// <summary>What changed between a run that succeeded and one that did not.</summary>
internal static class RunChanges
{
    /// <summary>Parameters with other values, and a change of the flow in between.</summary>
    /// <param name="good">The run that succeeded.</param>
    /// <param name="run">The other one.</param>
    /// <param name="flow">The flow as it is now; null when it could not be read.</param>
    public static IEnumerable<string> Of(FlowInstance good, FlowInstance run, Flow? flow)
    {
        foreach (var key in run.Parameters.Concat(good.Parameters).Select(parameter => parameter.Key).Distinct())
        {
            var (before, after) = (good.Parameters[key], run.Parameters[key]);
            if (before != after) yield return $"parameter {key}: {Shown(before)} -> {Shown(after)}";
        }

        if (flow?.UpdateTime is { Value: { } changed } && changed > good.TriggerTime?.Value)
        {
            yield return FormattableString.Invariant($"the flow was changed at {changed:yyyy-MM-dd HH:mm}")
                + (string.IsNullOrEmpty(flow.UpdateUser) ? "" : $" by {flow.UpdateUser}")
                + (changed > run.TriggerTime?.Value ? ", after this run" : "");
        }
    }

    private static string Shown(string? value) => value is null ? "none" : $"'{value}'";
}
