using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Model.Failures;

namespace BatchFlows.Procedures.Flows;

/// <summary>
/// Finds a flow among those that were read. Case matters only between names that differ in nothing else.
/// </summary>
internal static class FlowChoice
{
    /// <exception cref="FlowException">Not exactly one flow has the ID or the name.</exception>
    public static KnownFlow Find(IReadOnlyList<KnownFlow> flows, long id, string? name)
    {
        if (id != 0)
        {
            return flows.FirstOrDefault(flow => flow.FlowId == id)
                ?? throw NotFound($"Flow {id} was not found.", name ?? "", flows);
        }

        var alike = flows.Where(flow => string.Equals(flow.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        var exact = alike.FindAll(flow => flow.Name == name);
        var found = exact.Count > 0 ? exact : alike;
        return found.Count switch
        {
            1 => found[0],
            0 => throw NotFound($"No flow named '{name}' was found.", name ?? "", flows),
            _ => throw new FlowException(
                FailureKind.FlowNameAmbiguous,
                $"Several flows are named '{name}': {string.Join(", ", found)}."),
        };
    }

    /// <summary>The task's name as the flow spells it.</summary>
    /// <exception cref="FlowException">The flow has no such task.</exception>
    public static string FindTask(KnownFlow flow, string name) =>
        flow.TaskNames.FirstOrDefault(task => task == name)
        ?? flow.TaskNames.FirstOrDefault(task => string.Equals(task, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new FlowException(
            FailureKind.TaskNotFound,
            FlowException.Join(
                $"Flow {flow} has no task '{name}'.", NearNames.Ask(name, flow.TaskNames)));

    private static FlowException NotFound(string problem, string name, IEnumerable<KnownFlow> flows) => new(
        FailureKind.FlowNotFound, FlowException.Join(problem, NearNames.Ask(name, flows.Select(flow => flow.Name))));
}
