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
    public static ExpectedFlow Of(Flow flow) => new(
        PlannedFlow.Of(flow),
        flow.CreateTime?.Value,
        flow.UpdateTime?.Value,
        [.. from node in flow.Graph.Flows
            where node is { FlowId: not null, IsVirtual: not true }
            select (node.FlowId!.Value, node.FlowName ?? "")])
    {
        UpstreamTasks = string.Join(", ", flow.Graph.Flows.Where(node => node.IsVirtual == true)),
    };

    /// <summary>
    /// The tasks of other flows that it waits for, such as <c>104891(tass)</c>; the service does not name their flows.
    /// </summary>
    public string UpstreamTasks { get; init; } = "";

    /// <summary>The times of a window at which it should have run; none before it was made.</summary>
    public IEnumerable<ScheduledRun> Times(FireWindow window) =>
        Plan.Runs(window, includePaused: true).Where(run => !(run.FireTime!.Value.DateTime < Created));
}
