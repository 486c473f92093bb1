using System.Text.Json;
using BatchFlows.Model;
using BatchFlows.Model.Instances;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// A task as a node of a flow's graph, or of a run's; in a run it has a status and leads to a task instance.
/// </summary>
public class TaskNode : ServiceRecord
{
    internal TaskNode(JsonElement source, Origin origin, long? flowId, string? flowName, string? flowInstanceId)
        : base(source, origin)
    {
        FlowId = flowId;
        FlowName = flowName;
        FlowInstanceId = flowInstanceId;
    }

    /// <summary>ID of the flow it belongs to.</summary>
    public long? FlowId { get; }

    /// <summary>Name of the flow it belongs to.</summary>
    public string? FlowName { get; }

    /// <summary>ID of the run it belongs to; null in the graph of a flow.</summary>
    public string? FlowInstanceId { get; }

    /// <summary>ID of the task (<c>taskId</c>).</summary>
    public long? TaskId => Find("taskId").AsInteger();

    /// <summary>Name of the task (<c>taskName</c>).</summary>
    public string? TaskName => Find("taskName").AsText();

    /// <summary>ID of its run (<c>taskInstId</c>); null in the graph of a flow.</summary>
    public string? TaskInstanceId => Find("taskInstId").AsText();

    /// <summary>
    /// Status of its run (<c>status</c>); null when the answer does not contain it, or has a name that this version
    /// does not know.
    /// </summary>
    public InstanceStatus? Status => InstanceStatuses.Read(Find("status"));

    /// <summary>Status of its run as the service wrote it.</summary>
    public string? StatusText => Find("status").AsText();

    /// <summary>True when its run failed or timed out, or the service failed to run it.</summary>
    public bool IsFailed => Status?.IsFailed() == true;

    /// <summary>Label of the node by which relations name it (<c>nodeId</c>).</summary>
    public string? NodeId => Find("nodeId").AsText();

    /// <summary>Where it is drawn, from the left (<c>x</c>).</summary>
    public double? X => Find("x").AsReal();

    /// <summary>Where it is drawn, from the top (<c>y</c>).</summary>
    public double? Y => Find("y").AsReal();

    /// <summary>The task's name.</summary>
    public override string ToString() => TaskName ?? "";
}
