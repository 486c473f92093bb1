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
    /// How many cycles are between the runs of the source and of the target (<c>cycleGap</c>), such as <c>D0</c>: a
    /// cycle and an offset. The documents do not say in which direction the offset counts, so commands make no use of
    /// an offset but 0, which is the same period.
    /// </summary>
    public string? CycleGap => Find("cycleGap").AsText();

    /// <summary>True when running the source again starts the target too (<c>rerun</c>).</summary>
    public bool? Rerun => Find("rerun").AsFlag();

    /// <summary>Both labels with an arrow between them.</summary>
    public override string ToString() => $"{SourceNodeId} -> {TargetNodeId}";
}
