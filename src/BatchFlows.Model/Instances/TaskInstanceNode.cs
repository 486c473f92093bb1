using System.Text.Json;
using BatchFlows.Model;

namespace BatchFlows;

/// <summary>
/// A task as a node of a run's graph. It is a type of its own because a table shows its status and its task run, which
/// nodes of a flow's graph do not have.
/// </summary>
public sealed class TaskInstanceNode : TaskNode
{
    internal TaskInstanceNode(
        JsonElement source, Origin origin, long? flowId, string? flowName, string? flowInstanceId)
        : base(source, origin, flowId, flowName, flowInstanceId)
    {
    }
}
