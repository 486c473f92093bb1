using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Client;
using BatchFlows.Client.Requests;
using BatchFlows.Model.Definitions;
using BatchFlows.Procedures.Directories;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Procedures.Backups;

/// <summary>
/// Creates flows again as they were: in their directories, with links to those that got another name, and paused. A
/// flow that exists with the same definition is taken for one that an earlier try has created. Schedules start in a
/// later step, when all flows are there.
/// </summary>
internal sealed class FlowRestore
{
    private readonly Dictionary<string, long> _existing = [];
    private readonly Dictionary<string, string> _newNames = [];
    private readonly HashSet<string> _directories;
    private DirectoryMaker? _maker;

    private FlowRestore(OrganizationFlows organization)
    {
        foreach (var flow in organization.Flows) _existing[flow.FlowName] = flow.FlowId;
        _directories = [.. organization.Directories.Select(names => string.Join("/", names))];
    }

    /// <summary>Reads which names are taken.</summary>
    /// <exception cref="FlowException">A call failed.</exception>
    public static async Task<FlowRestore> PrepareAsync(FlowClient client, CancellationToken cancellationToken) =>
        new(await OrganizationFlows.ListAsync(client, cancellationToken).ConfigureAwait(false));

    /// <summary>Decides what becomes of a flow. Its links follow flows that got another name before.</summary>
    /// <exception cref="FlowException">
    /// A call failed, or another flow has the name (<see cref="FailureKind.FlowExists"/>).
    /// </exception>
    public async Task<RestoreStep> DecideAsync(
        FlowClient client, SavedFlow flow, TakenNamePolicy policy, CancellationToken cancellationToken)
    {
        var definition = FlowDefinition.Parse(flow.Definition.ToJson());
        foreach (var link in definition.Links())
        {
            if (_newNames.TryGetValue(link.SourceFlowName ?? "", out var newName)) link.SourceFlowName = newName;
        }

        for (var i = 2; _existing.TryGetValue(definition.FlowName ?? "", out var id); i++)
        {
            var existing = await client.ExportFlowAsync(id, cancellationToken).ConfigureAwait(false);
            var isSame = IsSame(existing, definition);
            if (isSame || policy == TakenNamePolicy.Skip)
            {
                var found = await client.GetFlowAsync(id, cancellationToken).ConfigureAwait(false);
                var step = new RestoreStep(flow, definition, id, isSame, found.IsActive);
                return policy == TakenNamePolicy.Skip ? step with { Starts = false } : step;
            }

            if (policy == TakenNamePolicy.Fail)
                throw new FlowException(
                    FailureKind.FlowExists, $"The flow {id} '{flow.Name}' exists and has another definition.",
                    remedy: "Keep it with -IfExists Skip, create this one under a new name with -IfExists Rename, or "
                        + "remove it before to bring back the saved one.");
            _newNames[flow.Name] = definition.FlowName = $"{flow.Name}_{i}";
        }

        return new RestoreStep(flow, definition);
    }

    /// <summary>The directories that are still missing for a flow, parents first, each told once.</summary>
    public IReadOnlyList<string> TakeMissing(SavedFlow flow) => Enumerable.Range(1, flow.Directory.Count)
        .Select(depth => string.Join("/", flow.Directory.Take(depth))).Where(_directories.Add).ToList();

    /// <summary>Creates a flow in its directory, paused, and compares it. Any thread may call this.</summary>
    /// <param name="warn">Receives what is not as it was.</param>
    /// <exception cref="FlowException">A call failed.</exception>
    public async Task<RestoredFlow> CreateAsync(
        FlowClient client, RestoreStep step, Action<string> warn, CancellationToken cancellationToken)
    {
        var maker = LazyInitializer.EnsureInitialized(ref _maker, () => new DirectoryMaker(client, mayExist: true))!;
        var directory = await maker.MakeAsync(step.Saved.Directory, cancellationToken).ConfigureAwait(false);
        var id = await client.ImportFlowAsync(
            new FlowImport(step.Name, directory.DirectoryId!, step.Definition), cancellationToken)
                .ConfigureAwait(false);
        var flow = await client.GetFlowAsync(id, cancellationToken).ConfigureAwait(false);
        if (flow.IsActive == true) await client.DisableFlowAsync(id, cancellationToken).ConfigureAwait(false);
        var created = await client.ExportFlowAsync(id, cancellationToken).ConfigureAwait(false);
        if (!IsSame(created, step.Definition))
            warn($"The flow {id} '{step.Name}' was created, but its definition is not that of '{step.Saved.Source}'.");
        return step.Report("Created", id, flow.IsActive is null ? null : false, client.Connection.Name);
    }

    /// <summary>Starts the schedule of a flow, unless it is active.</summary>
    /// <exception cref="FlowException">A call failed.</exception>
    public static async Task<RestoredFlow> StartAsync(
        FlowClient client, RestoredFlow restored, CancellationToken cancellationToken)
    {
        var flow = await client.GetFlowAsync(restored.FlowId, cancellationToken).ConfigureAwait(false);
        if (flow.IsActive != true)
            await client.EnableFlowAsync(restored.FlowId, cancellationToken).ConfigureAwait(false);
        return restored with { IsActive = true };
    }

    private static bool IsSame(FlowDefinition one, FlowDefinition other) =>
        Compared(one).AsSpan().SequenceEqual(Compared(other));

    /// <summary>An import gives every flow a description, if only an empty one.</summary>
    private static byte[] Compared(FlowDefinition flow)
    {
        var compared = FlowDefinition.Parse(flow.ToJson());
        compared.Description ??= "";
        return CanonicalFlow.Write(compared);
    }
}
