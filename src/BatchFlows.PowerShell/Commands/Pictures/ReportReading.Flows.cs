using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Binding;
using BatchFlows.Model.Definitions;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Flows;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Commands;

/// <content>Flows and their runs: those of the organisation, or of a part of it.</content>
internal sealed partial class ReportReading
{
    // The list of a part remembers what it gave until its end: short parts take less memory.
    private const int MostParts = 32;

    /// <returns>The names of the flows by ID; null when they could not be listed.</returns>
    private Dictionary<long, string>? ReadAll(Item item, RunWindow window)
    {
        if (command.Look(item, OrganizationFlows.ListAsync) is not { } listed) return null;
        if (listed.IsIncomplete) LeaveOut("The service repeats a page of its list of flows: flows may be missing.");
        ListRuns(window);
        foreach (var flow in listed.Flows)
        {
            Read(
                command.ItemOf(flow.FlowId, flow.FlowName), $"The schedule of flow {flow.FlowId} '{flow.FlowName}'",
                (client, stop) => client.GetFlowAsync(flow.FlowId, stop), found => _flows.Add(ExpectedFlow.Of(found)));
        }

        return listed.Flows.ToDictionary(flow => flow.FlowId, flow => flow.FlowName);
    }

    /// <summary>Each flow and its runs, and the runs of those that it waits for, are read once.</summary>
    /// <returns>The names of the flows by ID; null when none could be read.</returns>
    private Dictionary<long, string>? ReadPart(IReadOnlyCollection<FlowReference> flows, RunWindow window)
    {
        var (names, listed, read) = (new Dictionary<long, string>(), new HashSet<long>(), new HashSet<FlowReference>());
        foreach (var flow in flows)
        {
            command.Enqueue(flow, (client, id, stop) => client.GetFlowAsync(id, stop), found =>
            {
                read.Add(flow);
                Take(ExpectedFlow.Of(found));
            });
        }

        command.Work.WriteAll();
        foreach (var flow in flows.Where(flow => !read.Contains(flow))) LeaveOut($"Flow {flow}: it could not be read.");
        LeaveOut("Other flows, because the report is limited to "
            + (names.Count == 1 ? "one flow" : FormattableString.Invariant($"{names.Count} flows"))
            + ". Flows that wait for a flow of the report are not shown either.");
        return names.Count > 0 ? names : null;

        void Take(ExpectedFlow flow)
        {
            if (names.ContainsKey(flow.Plan.FlowId!.Value)) return;
            names.Add(flow.Plan.FlowId.Value, flow.Plan.FlowName ?? "");
            _flows.Add(flow);
            foreach (var (id, name) in flow.Upstream.Append((flow.Plan.FlowId.Value, flow.Plan.FlowName ?? "")))
            {
                if (listed.Add(id)) ListRuns(id, name, window);
            }
        }
    }

    private void ListRuns(long flowId, string flowName, RunWindow window) => Read(
        command.ItemOf(flowId, flowName), $"Runs of flow {flowId} '{flowName}'",
        (client, stop) => _runs.CollectAsync(
            client, new InstanceCriteria(window.After, window.Before) { FlowId = flowId }, stop),
        static _ => { });

    private void ListRuns(RunWindow window)
    {
        foreach (var part in window.Split(MostParts))
        {
            Read(
                command.ItemOf(target: null, "the list of runs"),
                FormattableString.Invariant($"Runs from {part.After:yyyy-MM-dd HH:mm} ")
                    + FormattableString.Invariant($"to {part.Before:yyyy-MM-dd HH:mm}"),
                (client, stop) => _runs.CollectAsync(client, new InstanceCriteria(part.After, part.Before), stop),
                static _ => { });
        }
    }

    /// <summary>Reads the flows that links name, each once; the rules about links compare them.</summary>
    /// <returns>By name, null for one that does not exist; null when one could not be read.</returns>
    private Dictionary<string, FlowDefinition?>? ReadLinked()
    {
        var linked = new LinkedFlows(command.MyInvocation.MyCommand.Name);
        var found = new Dictionary<string, FlowDefinition?>();
        var unread = 0;
        foreach (var flow in _definitions.Where(flow => flow.Links().Any()))
        {
            unread++;
            Read(
                command.ItemOf(flow.FlowName, flow.FlowName), $"The flows that '{flow.FlowName}' waits for",
                (client, stop) => linked.OfAsync(client, flow, stop),
                upstream =>
                {
                    foreach (var one in upstream) found[one.Key] = one.Value;
                    unread--;
                });
        }

        command.Work.WriteAll();
        return unread == 0 ? found : null;
    }
}
