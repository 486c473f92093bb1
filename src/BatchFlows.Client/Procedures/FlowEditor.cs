using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows;

/// <summary>
/// Changes flows by way of the service's temporary copies. The service lets the last one who saves win, so the editor looks whether
/// anybody has saved in between; and it may answer with another ID than that of the flow, so it finds out which one the flow has.
/// </summary>
/// <param name="client">Asks the service.</param>
public sealed class FlowEditor(FlowClient client)
{
    /// <summary>Changes a flow.</summary>
    /// <returns>The flow after the change. Its ID is another one when the service has moved it there.</returns>
    /// <exception cref="FlowServiceException">
    /// A call failed; <see cref="FailureKind.FlowChangedMeanwhile"/> when somebody else has saved it meanwhile. Then nothing was saved.
    /// </exception>
    public async Task<Flow> ChangeAsync(long flowId, FlowChanges changes, CancellationToken cancellationToken = default)
    {
        var before = await client.GetFlowAsync(flowId, cancellationToken).ConfigureAwait(false);
        var loaded = await client.LoadFlowForEditAsync(flowId, cancellationToken).ConfigureAwait(false);
        var current = await client.GetFlowAsync(flowId, cancellationToken).ConfigureAwait(false);
        if (IsChanged(before, current)) throw ChangedMeanwhile(current);
        if (!IsWhole(loaded, current)) throw NotWhole(current);
        var answered = await client.SaveFlowAsync(loaded, changes, cancellationToken).ConfigureAwait(false);
        try
        {
            return await FindSavedAsync(before, answered, changes, cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException e)
        {
            throw Failures.Found(e.Kind, $"Flow {flowId} was saved, but could not be read after that. {e.Problem}", e);
        }
    }

    private static bool IsChanged(Flow before, Flow after) => before.UpdateTime != after.UpdateTime || before.UpdateUser != after.UpdateUser;

    /// <summary>What is not in the loaded graph would be deleted.</summary>
    private static bool IsWhole(Flow loaded, Flow current) =>
        loaded.FlowId is not null && loaded.Graph.IsRead && loaded.Graph.Tasks.Count >= current.Graph.Tasks.Count;

    /// <summary>The flow itself where it shows the change. The temporary copy is of no use any more, whatever the service answered.</summary>
    private async Task<Flow> FindSavedAsync(Flow before, long answered, FlowChanges changes, CancellationToken cancellationToken)
    {
        var flowId = before.FlowId!.Value;
        var original = await TryGetAsync(flowId, cancellationToken).ConfigureAwait(false);
        if (original is not null && (IsChanged(before, original) || FieldChange.Of(original, changes).Count == 0)) return original;
        var other = answered == flowId ? null : await TryGetAsync(answered, cancellationToken).ConfigureAwait(false);
        return other ?? original ?? throw Failures.Found(FailureKind.FlowNotFound, $"There is neither a flow {flowId} nor {answered}, as the service calls it.");
    }

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

    private static FlowServiceException ChangedMeanwhile(Flow current) => Failures.Found(
        FailureKind.FlowChangedMeanwhile, $"Flow {current.FlowId} '{current.FlowName}' was not saved: {current.UpdateUser} saved it at {current.UpdateTime}.");

    private static FlowServiceException NotWhole(Flow current) => Failures.Found(
        FailureKind.ResponseInvalid,
        $"Flow {current.FlowId} '{current.FlowName}' was not saved: its copy came without an ID or without all tasks, and what is left out would be deleted.");
}
