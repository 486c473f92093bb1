using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model.Failures;

namespace BatchFlows.Analysis.Graphs;

/// <summary>Why links do not work.</summary>
internal static class BrokenLink
{
    /// <param name="link">The link of a flow that waits.</param>
    /// <param name="source">The flow that it names; null when no flow has that name.</param>
    /// <param name="flows">All flows that are known.</param>
    /// <returns>What is wrong with its source, in sentences; null when nothing is.</returns>
    public static string? Problem(Link link, KnownFlow? source, IReadOnlyList<KnownFlow> flows)
    {
        if (source is null)
        {
            return FlowException.Join(
                $"No flow named '{link.SourceFlowName}' was found.",
                NearNames.Ask(link.SourceFlowName ?? "", flows.Select(flow => flow.Name)));
        }

        if (link is not TaskLink) return null;
        var name = link.SourceTaskName ?? "";
        return source.IndexOf(name) is null
            ? FlowException.Join(
                $"The flow '{source.Name}' has no task '{name}'.", NearNames.Ask(name, source.TaskNames))
            : source.Definition.Tasks.Any(task => task.AsLink == true && task.TaskName == name) ? null
            : $"The task '{name}' of '{source.Name}' may not be linked, because its AsLink is not true.";
    }
}
