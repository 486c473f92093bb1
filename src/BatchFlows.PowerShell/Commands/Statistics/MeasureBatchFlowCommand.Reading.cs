using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Binding;
using BatchFlows.Connections;
using BatchFlows.Procedures.Instances;
using BatchFlows.Procedures.Statistics;

namespace BatchFlows.Commands;

/// <content>How it reads runs and their tasks.</content>
public sealed partial class MeasureBatchFlowCommand
{
    private bool ReadsTasks => Detailed || By == AsTask;

    /// <summary>Reads and measures the runs of a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="flows">The flows; none for all.</param>
    private void Measure(ConnectionReference? connection, IReadOnlyCollection<FlowReference> flows)
    {
        Connection = connection;
        var facts = new RunFacts(ReadsTasks);
        var names = new Dictionary<long, string?>();
        var isRead = flows.Count is > 0 and <= MostOwnLists ? ReadFlows(facts, flows, names) : ReadAll(facts);
        if (flows.Count > MostOwnLists) FindFlows(flows, names);
        Work.WriteAll();
        if (!isRead()) return; // the error has been reported, and figures of a part would be wrong
        if (facts.IsIncomplete)
            WriteWarning("The service repeats a page, or counts more runs than it lists: runs may be missing.");
        var details = ReadDetails(facts, run => flows.Count == 0 || IsWanted(run));
        var groups = StatisticsGroups.Of(By, [.. facts.Runs.Where(run => flows.Count == 0 || IsWanted(run))], details);
        foreach (var group in flows.Count > 0 && By == AsFlow ? InOrder(groups, names) : groups)
            WriteObject(TaskFigures.Of(group with { ConnectionName = facts.ConnectionName }));

        bool IsWanted(RunFact run) => run.FlowId is { } id && names.ContainsKey(id);
    }

    /// <summary>Lists the runs of each flow. A flow that cannot be listed is an error of its own.</summary>
    private Func<bool> ReadFlows(
        RunFacts facts, IEnumerable<FlowReference> flows, Dictionary<long, string?> names)
    {
        foreach (var flow in flows)
        {
            Enqueue(flow, async (client, id, stop) =>
            {
                await facts.CollectAsync(client, Criteria(_window) with { FlowId = id }, stop).ConfigureAwait(false);
                return new FlowReference(id, flow.Name, flow: null);
            }, found => names[found.Id] = found.Name);
        }

        return () => names.Count > 0;
    }

    /// <summary>Lists the runs of the organisation, in parts at the same time.</summary>
    private Func<bool> ReadAll(RunFacts facts)
    {
        var parts = _window.Split(ThrottleLimit);
        var read = 0;
        foreach (var part in parts)
        {
            Work.Add(
                ItemOf(target: null, FormattableString.Invariant($"the runs from {part.After:yyyy-MM-dd HH:mm}")),
                (client, stop) => facts.CollectAsync(client, Criteria(part), stop),
                _ => read++);
        }

        return () => read == parts.Length;
    }

    private void FindFlows(IEnumerable<FlowReference> flows, Dictionary<long, string?> names)
    {
        foreach (var flow in flows)
        {
            if (flow.IsByName)
            {
                Work.Add(
                    ItemOf(flow.Target), (client, stop) => FindAsync(client, flow, stop),
                    found => names[found.FlowId!.Value] = found.FlowName);
            }
            else
            {
                names[flow.Id] = flow.Name;
            }
        }
    }

    private List<RunDetail> ReadDetails(RunFacts facts, Func<RunFact, bool> isWanted)
    {
        var details = new List<RunDetail>();
        foreach (var (run, plan) in facts.Detailed.Select(run => (run.Key, run.Value)))
        {
            if (!isWanted(run)) continue;
            Work.Add(
                ItemOf(run.FlowInstanceId, $"the tasks of {run.FlowInstanceId}"),
                (client, stop) => RunFacts.ReadAsync(client, run, plan, stop), details.Add);
        }

        Work.WriteAll();
        return details;
    }

    /// <summary>The flows in the order in which they were asked for; one that did not run has figures, too.</summary>
    private static IEnumerable<FlowStatistics> InOrder(
        IEnumerable<FlowStatistics> groups, Dictionary<long, string?> names)
    {
        var found = groups.ToDictionary(group => group.FlowId!.Value);
        foreach (var flow in names)
        {
            yield return found.TryGetValue(flow.Key, out var group) ? group : new()
            {
                By = AsFlow,
                Group = flow.Value ?? FormattableString.Invariant($"{flow.Key}"),
                FlowId = flow.Key,
                FlowName = flow.Value,
            };
        }
    }

    private static InstanceCriteria Criteria(RunWindow window) => new(window.After, window.Before);
}
