using System.Text.Json;
using System.Text.Json.Nodes;
using BatchFlows.Model;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>A flow as lists give it: its ID and name, and little more. <see cref="Flow"/> tells all of it.</summary>
public class FlowSummary : ServiceRecord
{
    internal FlowSummary(JsonElement source, Origin origin)
        : base(source, origin)
    {
    }

    /// <summary>A flow of which no more is known than its ID and name.</summary>
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
    /// Scheduling cycle (<c>cycle</c>): M month, W week, D day, H hour, mi minute. Case matters. Null where a list does
    /// not tell.
    /// </summary>
    public string? Cycle => Find("cycle").AsText();

    /// <summary>
    /// True when the user of the connection may change the flow (<c>hasEditPri</c>, <c>editable</c>). Null where a list
    /// does not tell.
    /// </summary>
    public bool? CanEdit => Find("hasEditPri").AsFlag() ?? Find("editable").AsFlag();

    /// <summary>The flow's name.</summary>
    public override string ToString() => FlowName ?? "";
}
