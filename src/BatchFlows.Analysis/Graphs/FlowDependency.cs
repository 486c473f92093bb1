using BatchFlows.Analysis.Graphs;

namespace BatchFlows;

/// <summary>
/// One thing that waits for another, seen from a flow that was asked for. Its FlowId and FlowName are those of the flow
/// that was reached.
/// </summary>
public sealed record FlowDependency
{
    internal FlowDependency(FlowVertex start, DependencyGraph graph, int number, bool isUp)
    {
        var edge = graph.Edges[number];
        var (source, target) = (graph.Vertices[edge.Source], graph.Vertices[edge.Target]);
        var reached = isUp ? source : target;
        (StartFlowId, StartFlowName, StartTaskName) = (start.Flow?.FlowId, start.FlowName, start.TaskName);
        (FlowId, FlowName, TaskName) = (reached.Flow?.FlowId, reached.FlowName, reached.TaskName);
        (SourceFlowId, SourceFlowName) = (source.Flow?.FlowId, source.FlowName);
        (TargetFlowId, TargetFlowName) = (target.Flow?.FlowId, target.FlowName);
        SourceTaskName = source.TaskName ?? edge.Link?.SourceTaskName;
        TargetTaskName = target.TaskName;
        Direction = isUp ? DependencyDirection.Up : DependencyDirection.Down;
        Problem = edge.Problem;
        IsSourceMissing = source.Flow is null;
        ConnectionName = reached.Flow?.Definition.ConnectionName;
    }

    /// <summary>Up for what the flow waits for, Down for what waits for it.</summary>
    public DependencyDirection Direction { get; }

    /// <summary>How many steps it is away from the flow that was asked for; 1 for its own links.</summary>
    public int Distance { get; internal init; }

    /// <summary>ID of the flow that was reached; null when it does not exist, or a file does not tell it.</summary>
    public long? FlowId { get; }

    /// <summary>Name of the flow that was reached.</summary>
    public string FlowName { get; }

    /// <summary>Name of the task that was reached; null for a whole flow.</summary>
    public string? TaskName { get; }

    /// <summary>ID of the flow that is waited for; null when it does not exist, or a file does not tell it.</summary>
    public long? SourceFlowId { get; }

    /// <summary>Name of the flow that is waited for.</summary>
    public string SourceFlowName { get; }

    /// <summary>Name of the task that is waited for; null for the whole flow.</summary>
    public string? SourceTaskName { get; }

    /// <summary>ID of the flow that waits; null when a file does not tell it.</summary>
    public long? TargetFlowId { get; }

    /// <summary>Name of the flow that waits.</summary>
    public string TargetFlowName { get; }

    /// <summary>Name of the task that waits; null between whole flows, and for the end of a flow.</summary>
    public string? TargetTaskName { get; }

    /// <summary>True when the dependency does not work as it should; <see cref="Problem"/> tells why.</summary>
    public bool IsBroken => Problem is not null;

    /// <summary>Why the dependency does not work; null when it does.</summary>
    public string? Problem { get; }

    /// <summary>True when no flow has the name of the one that is waited for.</summary>
    internal bool IsSourceMissing { get; }

    /// <summary>True when it is part of a circle: flows or tasks that wait for each other.</summary>
    public bool IsInCircle { get; internal init; }

    /// <summary>True when what was reached was reached before, so its own dependencies are listed there.</summary>
    public bool IsRepeated { get; internal init; }

    /// <summary>ID of the flow that was asked for; null when a file does not tell it.</summary>
    public long? StartFlowId { get; }

    /// <summary>Name of the flow that was asked for.</summary>
    public string StartFlowName { get; }

    /// <summary>Name of the task that was asked for; null for the whole flow.</summary>
    public string? StartTaskName { get; }

    /// <summary>Name of the connection of the flow that was reached; null for one of a file.</summary>
    public string? ConnectionName { get; }

    /// <summary>What waits for what: <c>etl_meter_readings/load_readings -> forecast_demand</c>.</summary>
    public override string ToString() =>
        $"{Join(SourceFlowName, SourceTaskName)} -> {Join(TargetFlowName, TargetTaskName)}";

    private static string Join(string flow, string? task) => task is null ? flow : $"{flow}/{task}";
}
