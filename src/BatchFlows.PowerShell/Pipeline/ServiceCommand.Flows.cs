using System;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Pipeline;

/// <content>Flows as the user names them: by ID, or by name.</content>
public abstract partial class ServiceCommand
{
    private readonly FlowLookup _flows = new();

    /// <summary>
    /// Starts a call for a flow as soon as the limit allows, after a search when only its name is known, and writes its
    /// result in turn.
    /// </summary>
    /// <param name="flow">The flow.</param>
    /// <param name="call">The call for the ID of the flow, on any thread.</param>
    /// <param name="write">Writes the result, on the pipeline thread.</param>
    /// <param name="isLook">True for a look before a change.</param>
    internal void Enqueue<T>(
        FlowReference flow, Func<FlowClient, long, CancellationToken, Task<T>> call, Action<T> write,
        bool isLook = false) =>
            Work.Add(ItemOf(flow.Target), (client, stop) => flow.IsByName
                ? FindAndCallAsync(client, flow.Name!, call, stop)
                : call(client, flow.Id, stop), write, isLook);

    /// <summary>
    /// Asks before a change of a flow and begins it. The question names the flow, so its name or ID is looked up first
    /// where it is not known. That keeps the pipeline waiting, so that changes begin in the order given.
    /// </summary>
    /// <param name="flow">The flow.</param>
    /// <param name="action">The change, in words.</param>
    /// <param name="isForced">True when -Force is given.</param>
    /// <param name="begin">Begins the change.</param>
    internal void Change(FlowReference flow, string action, bool isForced, Action<Item, FlowReference> begin)
    {
        var item = ItemOf(flow.Target);
        try
        {
            if (flow.IsByName) flow = PipelineThread.Wait(FindAsync(item.Client, flow.Name!));
        }
        catch (FlowException e)
        {
            Work.Add(item, Task.FromException<bool>(e), static _ => { });
            return;
        }

        if (Confirmation.Ask(item, $"Flow {flow}", action, isForced) is { } asked) begin(asked, flow);
    }

    private async Task<FlowReference> FindAsync(FlowClient client, string name)
    {
        var found = await _flows.FindAsync(client, name, PipelineThread.Stopping).ConfigureAwait(false);
        return new FlowReference(found.FlowId!.Value, found.FlowName, flow: null);
    }

    private async Task<T> FindAndCallAsync<T>(
        FlowClient client, string name, Func<FlowClient, long, CancellationToken, Task<T>> call,
        CancellationToken cancellationToken)
    {
        var found = await _flows.FindAsync(client, name, cancellationToken).ConfigureAwait(false);
        return await call(client, found.FlowId!.Value, cancellationToken).ConfigureAwait(false);
    }
}
