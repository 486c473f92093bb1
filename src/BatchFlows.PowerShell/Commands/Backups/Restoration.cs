using System.Collections.Generic;
using System.Management.Automation;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Connections;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Backups;
using BatchFlows.Secrets;

namespace BatchFlows.Commands;

/// <summary>
/// Creates flows as they were, for Restore-BatchFlow and Copy-BatchFlow. It asks before each, creates upstream flows
/// first, and starts schedules when all flows are there.
/// </summary>
/// <param name="command">The command.</param>
/// <param name="target">Where the flows are created; null for the connection of the command.</param>
/// <param name="ifExists">What becomes of a flow whose name is taken.</param>
/// <param name="isForced">True when -Force is given.</param>
/// <param name="leavesPaused">True to start no schedule.</param>
/// <param name="secrets">The secrets for placeholders; null when there are none.</param>
internal sealed class Restoration(
    ServiceCommand command, ConnectionReference? target, string ifExists, bool isForced, bool leavesPaused,
    SecretTable? secrets = null)
{
    private readonly List<(RestoreStep Step, RestoredFlow Flow)> _done = [];
    private readonly List<RestoreStep> _foreseen = [];
    private readonly TakenNamePolicy _policy = LanguagePrimitives.ConvertTo<TakenNamePolicy>(ifExists);

    public void Run(IReadOnlyList<SavedFlow> flows)
    {
        if (flows.Count == 0) return;
        if (command.Look(ItemOf(flows[0]), FlowRestore.PrepareAsync) is not { } restore) return;
        foreach (var group in UpstreamFirst.Groups(flows, flow => flow.Definition))
        {
            foreach (var flow in group) Create(restore, flow);
            command.Work.WriteAll();
        }

        foreach (var (step, flow) in _done) Complete(step, flow);
        if (leavesPaused) return;
        foreach (var step in _foreseen)
            command.Confirmation.Ask(ItemOf(step.Saved), $"Flow '{step.Name}'", "Enable", isForced);
    }

    private void Create(FlowRestore restore, SavedFlow flow)
    {
        var item = ItemOf(flow);
        var step = command.Look(item, (client, stop) => restore.DecideAsync(client, Filled(flow), _policy, stop));
        if (step is null) return;
        if (step.ExistingId is { } id)
        {
            var action = step.IsSame ? "Exists" : "Skipped";
            _done.Add((step, step.Report(action, id, step.IsActive, item.Client.Connection.Name)));
            return;
        }

        if (command.Confirmation.IsWhatIf())
        {
            foreach (var directory in restore.TakeMissing(flow))
                command.Confirmation.Ask(item, $"Directory {directory}", "Create", isForced);
            if (step.Starts) _foreseen.Add(step);
        }

        var what = $"Flow '{step.Name}' in directory '{flow.DirectoryPath}'";
        if (command.Confirmation.Ask(item, what, "Create", isForced) is { } asked)
            command.Work.Add(
                asked, (client, stop) => restore.CreateAsync(client, step, command.PostWarning, stop),
                created => _done.Add((step, created)));
    }

    private SavedFlow Filled(SavedFlow flow) =>
        secrets is null ? flow : flow with { Definition = secrets.Fill(flow.Definition) };

    private void Complete(RestoreStep step, RestoredFlow flow)
    {
        var starts = step.Starts && !leavesPaused;
        if (starts && command.Confirmation.Ask(
            ItemOf(step.Saved), $"Flow {flow.FlowId} '{flow.FlowName}'", "Enable", isForced) is { } asked)
            command.Work.Add(
                asked, (client, stop) => FlowRestore.StartAsync(client, flow, stop), command.WriteObject);
        else command.WriteObject(flow);
    }

    private Item ItemOf(SavedFlow flow) => command.ItemOf(flow.Source, flow.Name, target);
}
