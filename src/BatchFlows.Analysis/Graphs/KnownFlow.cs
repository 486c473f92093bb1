using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Graphs;

/// <summary>A flow of an organisation, with what dependencies need to know of it.</summary>
/// <param name="definition">Its definition.</param>
/// <param name="flowId">Its ID; null when that is not known.</param>
/// <param name="isActive">True when its schedule is active; null when that is not known.</param>
internal sealed class KnownFlow(FlowDefinition definition, long? flowId, bool? isActive = null)
{
    public FlowDefinition Definition { get; } = definition;

    public long? FlowId { get; } = flowId;

    /// <summary>Set once it was read.</summary>
    public bool? IsActive { get; set; } = isActive;

    public string Name { get; } = definition.FlowName ?? "";

    public IReadOnlyList<string> TaskNames { get; } =
        [.. definition.Tasks.Select(task => task.TaskName ?? "").Distinct()];

    public override string ToString() => FlowId is null ? Name : $"{FlowId} '{Name}'";
}
