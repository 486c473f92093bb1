using System;

namespace BatchFlows.Analysis.Graphs;

/// <summary>A flow or one of its tasks in a graph of dependencies.</summary>
/// <param name="Flow">The flow; null when a link names one that does not exist.</param>
/// <param name="FlowName">Its name.</param>
/// <param name="TaskName">Name of the task; null for the flow as a whole, which ends with its last task.</param>
internal readonly record struct FlowVertex(KnownFlow? Flow, string FlowName, string? TaskName)
    : IComparable<FlowVertex>
{
    public static FlowVertex Whole(KnownFlow flow) => new(flow, flow.Name, null);

    public static FlowVertex OfTask(KnownFlow flow, string? name) => new(flow, flow.Name, name ?? "");

    /// <summary>A flow that is known is not compared by its name too.</summary>
    public bool Equals(FlowVertex other) => ReferenceEquals(Flow, other.Flow) && TaskName == other.TaskName
        && (Flow is not null || FlowName == other.FlowName);

    public override int GetHashCode() =>
        ((Flow?.GetHashCode() ?? FlowName.GetHashCode()) * 397) ^ (TaskName?.GetHashCode() ?? 0);

    /// <summary>By name; the whole flow comes before its tasks.</summary>
    public int CompareTo(FlowVertex other) => string.CompareOrdinal(FlowName, other.FlowName) is not 0 and var byFlow
        ? byFlow
        : string.CompareOrdinal(TaskName, other.TaskName);
}
