using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Client;
using BatchFlows.Model.Instances;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Procedures.Statistics;

/// <summary>
/// Collects what statistics need of the runs of several searches. The runs themselves are let go page by page. Safe for
/// concurrent searches.
/// </summary>
/// <param name="keepsPlans">True to keep the tasks of the last runs of each flow, so that they can be read.</param>
internal sealed class RunFacts(bool keepsPlans)
{
    /// <summary>Of how many runs of a flow tasks are read.</summary>
    public const int MostDetails = 20;

    private static readonly IComparer<RunFact> ByTime = Comparer<RunFact>.Create((one, other) =>
        one.Outcome.Time != other.Outcome.Time
            ? Comparer<DateTime?>.Default.Compare(one.Outcome.Time, other.Outcome.Time)
            : string.CompareOrdinal(one.FlowInstanceId, other.FlowInstanceId));

    // By flow: one table of 100,000 runs would be copied again and again while it grows.
    private readonly Dictionary<long, List<RunFact>> _runs = [];
    private readonly Dictionary<long, SortedDictionary<RunFact, RunPlan?>> _last = [];

    /// <summary>Each run once, although a run between two windows may have been found in both.</summary>
    public IEnumerable<RunFact> Runs => _runs.Values.SelectMany(runs => runs.Distinct(RunFact.ById));

    /// <summary>
    /// The last runs of each flow that ended and were not skipped, the first triggered first, with their tasks.
    /// </summary>
    public IEnumerable<KeyValuePair<RunFact, RunPlan?>> Detailed => _last.Values.SelectMany(runs => runs);

    /// <summary>Name of the connection that was asked; null before.</summary>
    public string? ConnectionName { get; private set; }

    /// <summary>True when a list was not complete.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>Collects the runs of a search.</summary>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<bool> CollectAsync(
        FlowClient client, InstanceCriteria criteria, CancellationToken cancellationToken)
    {
        var search = new InstanceSearch(client, criteria);
        while (await search.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            lock (_runs)
            {
                foreach (var run in page) Add(run);
            }
        }

        lock (_runs)
        {
            ConnectionName = client.Connection.Name;
            IsIncomplete |= search.IsIncomplete;
        }

        return true;
    }

    /// <summary>Reads the tasks of a run.</summary>
    /// <param name="client">Asks the service.</param>
    /// <param name="run">The run.</param>
    /// <param name="plan">Its tasks; null when they are not known.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="FlowException">A call failed.</exception>
    public static async Task<RunDetail> ReadAsync(
        FlowClient client, RunFact run, RunPlan? plan, CancellationToken cancellationToken)
    {
        plan ??= RunPlan.Of(
            (await client.GetFlowInstanceAsync(run.FlowInstanceId!, cancellationToken).ConfigureAwait(false)).Graph);
        if (plan is null) return new RunDetail(run, [], []);
        var tasks = await Task.WhenAll(plan.Tasks.Select(ReadTaskAsync)).ConfigureAwait(false);
        return new RunDetail(run, tasks, plan.Relations);

        async Task<TaskFact> ReadTaskAsync((string TaskInstanceId, string Name) task)
        {
            try
            {
                return TaskFact.Of(
                    await client.GetTaskInstanceAsync(task.TaskInstanceId, cancellationToken).ConfigureAwait(false),
                    task.Name);
            }
            catch (FlowServiceException e) when (e.Kind == FailureKind.InstanceNotFound)
            {
                // It never started.
                return new TaskFact(task.Name, InstanceStatus.None, Start: null, End: null, Retries: 0);
            }
        }
    }

    private void Add(FlowInstance run)
    {
        if (run.FlowInstanceId is null) return;
        var flow = run.FlowId ?? 0;
        if (!_runs.TryGetValue(flow, out var runs)) _runs.Add(flow, runs = []);
        var fact = RunFact.Of(run, runs.Count > 0 ? runs[runs.Count - 1] : null);
        runs.Add(fact);
        if (!keepsPlans || fact.FlowId is null) return;
        if (fact.Outcome.IsSkipped || fact.Outcome.Status?.IsEnded() != true) return;
        if (!_last.TryGetValue(flow, out var last)) _last.Add(flow, last = new(ByTime));
        last[fact] = RunPlan.Of(run.Graph);
        if (last.Count > MostDetails) last.Remove(last.First().Key);
    }
}
