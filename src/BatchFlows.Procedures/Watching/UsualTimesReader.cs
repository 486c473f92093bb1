using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Analysis.Watching;
using BatchFlows.Client;
using BatchFlows.Procedures.Instances;
using BatchFlows.Procedures.Statistics;

namespace BatchFlows.Procedures.Watching;

/// <summary>Reads how long a flow and its tasks usually run.</summary>
internal static class UsualTimesReader
{
    private const int MostRuns = 5;
    private const int MostTasks = 500;

    private static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>
    /// From the last five runs of the flow before this one that succeeded within 30 days. Tasks are read of so many of
    /// these that 500 calls are enough. Nothing is known when the service does not answer or the reading is cancelled,
    /// because a run can be watched without it.
    /// </summary>
    public static async Task<UsualTimes> ReadAsync(
        FlowClient client, FlowInstance run, CancellationToken cancellationToken)
    {
        if (run.FlowId is not { } flow) return UsualTimes.None;
        var before = run.TriggerTime?.Instant ?? client.Clock.GetUtcNow();
        var search = new InstanceSearch(client, new InstanceCriteria(before - Window, before)
        {
            FlowId = flow,
            Statuses = [InstanceStatus.Success],
            IsDescending = true,
        });
        try
        {
            var runs = await search.AllAsync(enough: MostRuns, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            var detailed = MostTasks / Math.Max(1, run.Graph.Tasks.Count);
            return UsualTimes.Of(await Task.WhenAll(runs.Take(MostRuns).Select((other, i) => i < detailed
                ? RunFacts.ReadAsync(client, RunFact.Of(other), RunPlan.Of(other.Graph), cancellationToken)
                : Task.FromResult(new RunDetail(RunFact.Of(other), [], [])))).ConfigureAwait(false));
        }
        catch (Exception e) when (e is FlowServiceException or OperationCanceledException)
        {
            return UsualTimes.None;
        }
    }
}
