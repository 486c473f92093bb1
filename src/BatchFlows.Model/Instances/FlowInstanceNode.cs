using System.Text.Json;
using BatchFlows.Model;

namespace BatchFlows;

/// <summary>
/// Another flow as a node of a run's graph. It is a type of its own because a table shows its status and its run, which
/// nodes of a flow's graph do not have.
/// </summary>
public sealed class FlowInstanceNode : FlowNode
{
    internal FlowInstanceNode(JsonElement source, Origin origin)
        : base(source, origin)
    {
    }
}
