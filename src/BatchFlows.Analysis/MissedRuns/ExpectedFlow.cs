using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.MissedRuns;

/// <summary>A flow whose runs are looked for.</summary>
/// <param name="Plan">When it fires.</param>
/// <param name="Created">When it was made, in the server's zone; null when that is not known.</param>
/// <param name="Updated">When it was changed last; null when that is not known.</param>
/// <param name="Upstream">The flows that it waits for.</param>
internal sealed record ExpectedFlow(
    PlannedFlow Plan, DateTime? Created, DateTime? Updated, IReadOnlyList<(long Id, string Name)> Upstream)
{
    public static ExpectedFlow Of(Flow flow) =>
        Of(PlannedFlow.Of(flow), flow.Graph, flow.CreateTime?.Value, flow.UpdateTime?.Value);

    /// <summary>The flow of a run, as the run knows it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="flow">The flow as it is now; null when it could not be read.</param>
    public static ExpectedFlow Of(FlowInstance run, Flow? flow) => Of(
        (flow is null ? new PlannedFlow(Type: null, Cron: null) : PlannedFlow.WithoutLinks(flow)) with
        {
            FlowId = run.FlowId,
            FlowName = run.FlowName,
        },
        run.Graph, created: null, updated: null);

    /// <summary>IDs of its own tasks.</summary>
    public IReadOnlyList<long> TaskIds { get; init; } = [];

    /// <summary>
    /// The tasks of other flows that it waits for, such as <c>104891(tass)</c>: ID and name. The service does not name
    /// their flows.
    /// </summary>
    public IReadOnlyList<string> UpstreamTasks { get; init; } = [];

    /// <summary>
    /// Names of the flows and tasks of which it does not wait for the run of the same period, because the gap of the
    /// link is not 0. The documents do not say in which direction a gap counts, so they are no reason for anything.
    /// </summary>
    public IReadOnlyCollection<string> OtherPeriods { get; init; } = [];

    /// <summary>The times of a window at which it should have run; none before it was made.</summary>
    public IEnumerable<ScheduledRun> Times(FireWindow window) =>
        Plan.Runs(window, includePaused: true).Where(run => !(run.FireTime!.Value.DateTime < Created));

    private static ExpectedFlow Of(PlannedFlow plan, FlowGraph graph, DateTime? created, DateTime? updated) => new(
        plan, created, updated,
        [.. from node in graph.Flows
            where node is { FlowId: not null, IsVirtual: not true }
            select (node.FlowId!.Value, node.FlowName ?? "")])
    {
        TaskIds = [.. graph.Tasks.Where(task => task.TaskId is not null).Select(task => task.TaskId!.Value)],
        UpstreamTasks = [.. from node in graph.Flows where node.IsVirtual == true select node.FlowName ?? ""],
        OtherPeriods = [.. from relation in graph.Relations
            where HasGap(relation)
            join node in graph.Flows on relation.SourceNodeId equals node.NodeId
            select node.FlowName ?? ""],
    };

    /// <summary>True for <c>D1</c>, and false for <c>D0</c> and for none.</summary>
    private static bool HasGap(NodeRelation relation) => relation.CycleGap?.Any(c => c is >= '1' and <= '9') == true;
}
