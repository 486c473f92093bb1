using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchFlows;

/// <summary>A flow as lists give it: its ID and name, and little more. <see cref="Flow"/> tells all of it.</summary>
public class FlowSummary : ServiceRecord
{
    internal FlowSummary(JsonElement source, Origin origin)
        : base(source, origin)
    {
    }

    internal FlowSummary(long flowId, string flowName, Origin origin)
        : this(WireJson.ToElement(new JsonObject { ["flowId"] = flowId, ["flowName"] = flowName }), origin)
    {
    }

    /// <summary>ID of the flow (<c>flowId</c>; <c>key</c> in a directory).</summary>
    public virtual long? FlowId => Find("flowId").AsInteger() ?? Find("key").AsInteger();

    /// <summary>Name of the flow (<c>flowName</c>; <c>title</c> in a directory).</summary>
    public string? FlowName => Find("flowName").AsText() ?? Find("title").AsText();

    /// <summary>The same as <see cref="FlowName"/>.</summary>
    public string? Name => FlowName;

    /// <summary>Scheduling cycle (<c>cycle</c>): M month, W week, D day, H hour, mi minute. Case matters. Null where a list does not tell.</summary>
    public string? Cycle => Find("cycle").AsText();

    /// <summary>True when the user of the connection may change the flow (<c>hasEditPri</c>, <c>editable</c>). Null where a list does not tell.</summary>
    public bool? CanEdit => Find("hasEditPri").AsFlag() ?? Find("editable").AsFlag();

    /// <summary>The flow's name.</summary>
    public override string ToString() => FlowName ?? "";
}
