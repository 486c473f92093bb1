using System.Text.Json;
using BatchFlows.Model;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>An edge of a graph: the target runs after the source.</summary>
public sealed class NodeRelation : ServiceRecord
{
    internal NodeRelation(JsonElement source, Origin origin)
        : base(source, origin)
    {
    }

    /// <summary>Label of the node upstream (<c>source</c>).</summary>
    public string? SourceNodeId => Find("source").AsText();

    /// <summary>Label of the node downstream (<c>target</c>).</summary>
    public string? TargetNodeId => Find("target").AsText();

    /// <summary>
    /// How many cycles the source's run lies before the target's (<c>cycleGap</c>), such as <c>D0</c>.
    /// </summary>
    public string? CycleGap => Find("cycleGap").AsText();

    /// <summary>True when running the source again starts the target too (<c>rerun</c>).</summary>
    public bool? Rerun => Find("rerun").AsFlag();

    /// <summary>Both labels with an arrow between them.</summary>
    public override string ToString() => $"{SourceNodeId} -> {TargetNodeId}";
}
