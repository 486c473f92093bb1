using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Completion.Service;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion;

/// <summary>Completes names of tasks: those of the flows and runs on the same line.</summary>
public sealed class TaskNameCompleter : ServiceCompleter
{
    /// <summary>-FromTask and -TaskName accept no wildcards.</summary>
    private protected override string Typed(string text, TypedLine line) =>
        line.Parameter is "FromTask" or "TaskName" ? text : Wildcards.Escape(text);

    private protected override async Task<IEnumerable<Offer>> FindAsync(KnownService service, TypedLine line)
    {
        var askedRuns = NamedOnLine.RunsAsync(line, service);
        var flows = await NamedOnLine.FlowsAsync(line, service).ConfigureAwait(false);
        var runs = await askedRuns.ConfigureAwait(false);
        return flows.SelectMany(flow => flow.Graph.Tasks).Concat(runs.SelectMany(run => run.Graph.Tasks))
            .Where(task => task.TaskName is { Length: > 0 })
            .GroupBy(task => task.TaskName!)
            .Select(alike => new Offer(
                alike.Key, tip: $"Task of {alike.First().FlowId} {alike.First().FlowName} {alike.First().StatusText}"));
    }
}
