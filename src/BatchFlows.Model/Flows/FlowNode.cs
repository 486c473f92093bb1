using System.Text.Json;
using BatchFlows.Model;
using BatchFlows.Model.Instances;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// Another flow as a node of a graph: tasks wait for it. A virtual one stands for a task of another flow, as
/// <c>104891(tass)</c>.
/// </summary>
public class FlowNode : ServiceRecord
{
    internal FlowNode(JsonElement source, Origin origin)
        : base(source, origin)
    {
    }

    /// <summary>ID of the other flow (<c>flowId</c>).</summary>
    public long? FlowId => Find("flowId").AsInteger();

    /// <summary>Name of the other flow (<c>flowName</c>).</summary>
    public string? FlowName => Find("flowName").AsText();

    /// <summary>ID of the other flow's run (<c>flowInstId</c>); null in the graph of a flow.</summary>
    public string? FlowInstanceId => Find("flowInstId").AsText();

    /// <summary>Status of the other flow's run (<c>status</c>); null when the answer does not contain it.</summary>
    public InstanceStatus? Status => InstanceStatuses.Read(Find("status"));

    /// <summary>True when it stands for a task of another flow (<c>isVirtual</c>).</summary>
    public bool? IsVirtual => Find("isVirtual").AsFlag();

    /// <summary>Label of the node by which relations name it (<c>nodeId</c>).</summary>
    public string? NodeId => Find("nodeId").AsText();

    /// <summary>Where it is drawn, from the left (<c>x</c>).</summary>
    public double? X => Find("x").AsReal();

    /// <summary>Where it is drawn, from the top (<c>y</c>).</summary>
    public double? Y => Find("y").AsReal();

    /// <summary>The flow's name.</summary>
    public override string ToString() => FlowName ?? "";
}
