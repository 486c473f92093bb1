using System.Collections.Generic;
using System.Text.Json;
using BatchFlows.Model;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// The nodes and edges of a flow or of a run of it. On the wire it is a JSON object inside a string, in which the same
/// name occurs in camel and in snake case.
/// </summary>
public sealed class FlowGraph : ServiceRecord
{
    internal FlowGraph(JsonElement source, Origin origin, long? flowId, string? flowName, string? flowInstanceId)
        : base(source.AsObject(), origin)
    {
        IsRead = source.AsObject().ValueKind == JsonValueKind.Object;
        Tasks = Items("tasks", item => flowInstanceId is null
            ? new TaskNode(item, origin, flowId, flowName, flowInstanceId)
            : new TaskInstanceNode(item, origin, flowId, flowName, flowInstanceId));
        Flows = Items("flows", item => flowInstanceId is null
            ? new FlowNode(item, origin)
            : new FlowInstanceNode(item, origin));
        Relations = Items("relations", item => new NodeRelation(item, origin));
    }

    /// <summary>Its tasks.</summary>
    public IReadOnlyList<TaskNode> Tasks { get; }

    /// <summary>Other flows that tasks of this one wait for; a virtual one stands for a task of another flow.</summary>
    public IReadOnlyList<FlowNode> Flows { get; }

    /// <summary>Which node follows which.</summary>
    public IReadOnlyList<NodeRelation> Relations { get; }

    /// <summary>False when the service wrote something that cannot be read as a graph; then it seems empty.</summary>
    internal bool IsRead { get; }

    /// <summary>The names of the tasks.</summary>
    public override string ToString() => string.Join(", ", Tasks);
}
