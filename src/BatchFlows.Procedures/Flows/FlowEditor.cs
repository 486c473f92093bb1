using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Model.Settings;

namespace BatchFlows.Procedures.Flows;

/// <summary>
/// Changes flows through the service's temporary copies. The service lets the last save win, so the editor checks
/// whether anybody has saved in between. The service may also return a different ID, so the editor finds out which one
/// the flow has.
/// </summary>
/// <param name="client">Asks the service.</param>
internal sealed class FlowEditor(FlowClient client)
{
    /// <summary>Changes a flow.</summary>
    /// <param name="before">The flow as it was when the change was decided on.</param>
    /// <param name="changes">The settings to change.</param>
    /// <param name="isWanted">True to read the flow after the change in any case.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="FlowException">
    /// A call failed; <see cref="FailureKind.FlowChangedMeanwhile"/> when somebody else has saved it since. Then
    /// nothing was saved.
    /// </exception>
    public async Task<EditedFlow> ChangeAsync(
        Flow before, FlowChanges changes, bool isWanted = false, CancellationToken cancellationToken = default)
    {
        if (before?.FlowId is not { } flowId) throw new ArgumentException("The flow has no ID.", nameof(before));
        if (changes is null) throw new ArgumentNullException(nameof(changes));
        var loaded = await client.LoadFlowForEditAsync(flowId, cancellationToken).ConfigureAwait(false);
        var current = await client.GetFlowAsync(flowId, cancellationToken).ConfigureAwait(false);
        if (IsChanged(before, current)) throw ChangedMeanwhile(current);
        if (!IsWhole(loaded, current)) throw NotWhole(current);
        // Set explicitly, because the copy may not show whether the flow's own schedule is on.
        var saved = changes.With(FlowSettings.IsActive, current.IsActive);
        var answered = await SaveAsync(loaded, saved, NewNameOf(current, changes), cancellationToken)
            .ConfigureAwait(false);
        if (answered == flowId && !isWanted) return new EditedFlow(flowId);
        try
        {
            var after = await FindSavedAsync(current, answered, changes, cancellationToken).ConfigureAwait(false);
            return new EditedFlow(after.FlowId!.Value, after);
        }
        catch (FlowException e)
        {
            return new EditedFlow(flowId, Unread: e);
        }
    }

    private static string? NewNameOf(Flow current, FlowChanges changes) =>
        FieldChange.Of(current, changes).FirstOrDefault(change => change.Setting.Name == nameof(Flow.FlowName))?.After;

    private async Task<long> SaveAsync(
        Flow loaded, FlowChanges changes, string? newName, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SaveFlowAsync(loaded, changes, cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException e) when (e.Kind == FailureKind.RequestInvalid && newName is not null)
        {
            throw await TakenName.ExplainAsync(client, e, newName, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The service reports whole seconds only, so the settings are compared as well.</summary>
    private static bool IsChanged(Flow before, Flow after) =>
        before.UpdateTime != after.UpdateTime || before.UpdateUser != after.UpdateUser
        || !FlowSettings.All.Where(setting => setting.IsAnswered).All(setting => setting.IsSame(before, after));

    /// <summary>Anything that is missing from the loaded graph would be deleted.</summary>
    private static bool IsWhole(Flow loaded, Flow current) =>
        loaded.FlowId is not null && loaded.Graph.IsRead
        && loaded.Graph.Tasks.Count >= current.Graph.Tasks.Count
        && loaded.Graph.Flows.Count >= current.Graph.Flows.Count
        && loaded.Graph.Relations.Count >= current.Graph.Relations.Count;

    /// <summary>
    /// The flow itself, if it shows the change. The temporary copy is no longer needed, whatever the service answered.
    /// </summary>
    private async Task<Flow> FindSavedAsync(
        Flow before, long answered, FlowChanges changes, CancellationToken cancellationToken)
    {
        var flowId = before.FlowId!.Value;
        var original = await TryGetAsync(flowId, cancellationToken).ConfigureAwait(false);
        if (original is not null && (IsChanged(before, original) || Shows(original, changes))) return original;
        var other = answered == flowId ? null : await TryGetAsync(answered, cancellationToken).ConfigureAwait(false);
        return other ?? original
            ?? throw new FlowException(
                FailureKind.FlowNotFound, $"There is neither a flow {flowId} nor {answered}, as the service calls it.");
    }

    private static bool Shows(Flow flow, FlowChanges changes) =>
        FieldChange.Of(flow, changes).All(difference => !difference.Setting.IsAnswered);

    private async Task<Flow?> TryGetAsync(long flowId, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetFlowAsync(flowId, cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException e) when (e.Kind == FailureKind.FlowNotFound)
        {
            return null;
        }
    }

    private static FlowException ChangedMeanwhile(Flow current) => new FlowException(
        FailureKind.FlowChangedMeanwhile,
        $"Flow {current.FlowId} '{current.FlowName}' was not saved: {current.UpdateUser} saved it at "
            + $"{current.UpdateTime}.");

    private static FlowException NotWhole(Flow current) => new FlowException(
        FailureKind.ResponseInvalid,
        $"Flow {current.FlowId} '{current.FlowName}' was not saved: its copy came without an ID or without all of its "
            + "graph, and what is left out would be deleted.");
}
