using System.Text.Json;
using System.Text.Json.Nodes;
using BatchFlows.Model;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// A flow as lists return it: its ID and name, and little more. <see cref="Flow"/> is the whole flow.
/// </summary>
public class FlowSummary : ServiceRecord
{
    internal FlowSummary(JsonElement source, Origin origin)
        : base(source, origin)
    {
    }

    /// <summary>A flow of which only the ID and the name are known.</summary>
    public FlowSummary(long flowId, string flowName, string connectionName)
        : this(
            WireJson.ToElement(new JsonObject { ["flowId"] = flowId, ["flowName"] = flowName }),
            new Origin(connectionName, ServerZone.Unknown))
    {
    }

    /// <summary>ID of the flow (<c>flowId</c>; <c>key</c> in a directory).</summary>
    public virtual long? FlowId => Find("flowId").AsInteger() ?? Find("key").AsInteger();

    /// <summary>Name of the flow (<c>flowName</c>; <c>title</c> in a directory).</summary>
    public string? FlowName => Find("flowName").AsText() ?? Find("title").AsText();

    /// <summary>
    /// Scheduling cycle (<c>cycle</c>): M month, W week, D day, H hour, mi minute. Case matters. Null if the list does
    /// not contain it.
    /// </summary>
    public string? Cycle => Find("cycle").AsText();

    /// <summary>
    /// True when the user of the connection may change the flow (<c>hasEditPri</c>, <c>editable</c>). Null if the list
    /// does not contain it.
    /// </summary>
    public bool? CanEdit => Find("hasEditPri").AsFlag() ?? Find("editable").AsFlag();

    /// <summary>The flow's name.</summary>
    public override string ToString() => FlowName ?? "";
}
