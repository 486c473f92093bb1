using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>An edge from a link, that is from another flow or its task, to a task of this flow.</summary>
public sealed class LinkRelation : FlowPart
{
    /// <summary>A new, empty relation.</summary>
    public LinkRelation()
        : base(default)
    {
    }

    internal LinkRelation(JsonElement source)
        : base(source)
    {
    }

    /// <summary>Key that joins this with a flow link or a task link (<c>linkId</c>).</summary>
    public string? LinkId { get => Find("linkId").AsText(); set => Set("linkId", value); }

    /// <summary>Downstream task (<c>targetTaskName</c>).</summary>
    public string? TargetTaskName { get => Find("targetTaskName").AsText(); set => Set("targetTaskName", value); }

    /// <summary>True when running the source again starts the target too (<c>rerun</c>).</summary>
    public bool? Rerun { get => Find("rerun").AsFlag(); set => Set("rerun", value); }

    /// <summary>The link's key and the task's name with an arrow between them.</summary>
    public override string ToString() => $"{LinkId} -> {TargetTaskName}";
}
