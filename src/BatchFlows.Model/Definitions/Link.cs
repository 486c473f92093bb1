using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BatchFlows.Model;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// Something outside a flow that the flow waits for: another flow (<see cref="FlowLink"/>) or one task of it
/// (<see cref="TaskLink"/>).
/// </summary>
public abstract class Link : FlowPart
{
    private protected Link(JsonElement source)
        : base(source)
    {
    }

    /// <summary>Key that joins the link with its relations (<c>linkId</c>).</summary>
    public string? LinkId { get => Find("linkId").AsText(); set => Set("linkId", value); }

    /// <summary>Name of the upstream flow (<c>sourceFlowName</c>).</summary>
    public string? SourceFlowName { get => Find("sourceFlowName").AsText(); set => Set("sourceFlowName", value); }

    /// <summary>
    /// Name of the upstream task in that flow (<c>sourceTaskName</c>); null where the whole flow is waited for. Links
    /// of both kinds have it, so that they make one table.
    /// </summary>
    public string? SourceTaskName { get => Find("sourceTaskName").AsText(); set => Set("sourceTaskName", value); }

    /// <summary>
    /// Tasks of this flow that wait for the link: the targets of the link relations with the same key.
    /// </summary>
    public IReadOnlyList<string> TargetTaskNames =>
        new ShownList<string>(
            Flow is null || LinkId is null
                ? []
                : Flow.LinkRelations.Where(relation => relation.LinkId == LinkId)
                    .Select(relation => relation.TargetTaskName ?? ""));
}
