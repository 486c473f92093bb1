using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Model.Settings;

/// <summary>A field of a flow, before and after a change.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Before">Its value as it is, as text.</param>
/// <param name="After">Its value as it is to be, as text.</param>
internal sealed record FieldChange(string Field, string Before, string After)
{
    private const string NotTold = "(not told)"; // most answers leave the queue out

    /// <summary>What a flow is to become other than it is; empty when it is like that already.</summary>
    public static IReadOnlyList<FieldChange> Of(Flow flow, FlowChanges changes)
    {
        if (flow is null) throw new ArgumentNullException(nameof(flow));
        if (changes is null) throw new ArgumentNullException(nameof(changes));
        return
        [
            .. Of(nameof(Flow.Name), flow.FlowName, changes.FlowName),
            .. Of(nameof(Flow.Type), flow.Type, changes.Type),
            .. Of(nameof(Flow.Cron), flow.Cron, changes.Cron),
            .. Of(nameof(Flow.Cycle), flow.Cycle, changes.Cycle),
            .. Of(nameof(Flow.AlertMode), flow.AlertMode, changes.AlertMode),
            .. Of(nameof(Flow.Submitter), flow.Submitter, changes.Submitter),
            .. Of(nameof(Flow.Owners), flow.Owners, changes.Owners),
            .. Of(nameof(Flow.Visitors), flow.Visitors, changes.Visitors),
            .. Of(nameof(Flow.StartTime), flow.StartTime, changes.StartTime),
            .. Of(nameof(Flow.Description), flow.Description, changes.Description),
            .. Of(nameof(Flow.Queue), flow.Queue ?? NotTold, changes.Queue),
            .. OfParameters(flow.Parameters, changes.Parameters),
        ];
    }

    /// <summary>The change in words: <c>Cycle: 'D' -> 'H'</c>.</summary>
    public override string ToString() => $"{Field}: '{Before}' -> '{After}'";

    private static IEnumerable<FieldChange> Of<T>(string field, T before, T after)
    {
        if (after is not null && !Equals(before, after)) yield return new FieldChange(field, $"{before}", $"{after}");
    }

    private static IEnumerable<FieldChange> OfParameters(ParameterList before, IDictionary? set) => set is null ? [] :
        before.With(set).Where(parameter => before[parameter.Key] != parameter.Value)
            .Select(parameter => new FieldChange($"Parameter {parameter.Key}", before[parameter.Key] ?? "", parameter.Value));
}
