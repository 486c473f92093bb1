using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>An edge between two tasks of one flow: the target runs after the source.</summary>
public sealed class TaskRelation : FlowPart
{
    /// <summary>A new, empty relation.</summary>
    public TaskRelation()
        : base(default)
    {
    }

    internal TaskRelation(JsonElement source)
        : base(source)
    {
    }

    /// <summary>Upstream task (<c>sourceTaskName</c>).</summary>
    public string? SourceTaskName { get => Find("sourceTaskName").AsText(); set => Set("sourceTaskName", value); }

    /// <summary>Downstream task (<c>targetTaskName</c>).</summary>
    public string? TargetTaskName { get => Find("targetTaskName").AsText(); set => Set("targetTaskName", value); }

    /// <summary>True when running the source again starts the target too (<c>rerun</c>).</summary>
    public bool? Rerun { get => Find("rerun").AsFlag(); set => Set("rerun", value); }

    /// <summary>Both names with an arrow between them.</summary>
    public override string ToString() => $"{SourceTaskName} -> {TargetTaskName}";
}
