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
    private FlowLookup Flows => field ??= new FlowLookup(MyInvocation.MyCommand.Name);

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
    /// Takes all flows of the organisation, page by page, while earlier ones are worked on. A list that cannot be read
    /// is an error, and one that may be incomplete a warning.
    /// </summary>
    internal void EachFlow(Action<FlowReference> take)
    {
        var item = ItemOf(target: null);
        try
        {
            var search = FlowSearch.OfOrganization(item.Client);
            while (PipelineThread.Wait(search.NextAsync(PipelineThread.Stopping)) is { } page)
            {
                foreach (var flow in page)
                {
                    if (flow.FlowId is { } id) take(new FlowReference(id, flow.FlowName, flow: null));
                }
            }

            if (search.IsIncomplete) WriteWarning("The service repeats a page: the list may be incomplete.");
        }
        catch (FlowException e)
        {
            WriteFailure(item, e);
        }
    }

    /// <summary>
    /// Asks before a change of a flow and begins it. The question names the flow, so its name or ID is looked up first
    /// where it is not known. That keeps the pipeline waiting, so that changes begin in the order given.
    /// </summary>
    /// <param name="flow">The flow.</param>
    /// <param name="action">The change, in words.</param>
    /// <param name="isForced">True when -Force is given.</param>
    /// <param name="begin">Begins the change.</param>
    /// <param name="foresee">
    /// Shows a person who is asked, or told by -WhatIf, what speaks against the change; false when it cannot be made.
    /// </param>
    internal void Change(
        FlowReference flow, string action, bool isForced, Action<Item, FlowReference> begin,
        Func<Item, FlowReference, bool>? foresee = null)
    {
        var item = ItemOf(flow.Target);
        var isRead = Confirmation.IsRead(item, isForced);
        if (flow.IsByName || (string.IsNullOrEmpty(flow.Name) && isRead))
        {
            if (Look(item, (client, stop) => FindAsync(client, flow, stop)) is not { } found) return;
            flow = new FlowReference(found.FlowId ?? flow.Id, found.FlowName, flow: null);
        }

        if (isRead && foresee?.Invoke(item, flow) == false) return;
        if (Confirmation.Ask(item, $"Flow {flow}", action, isForced) is { } asked) begin(asked, flow);
    }

    /// <summary>Makes a read that a change depends on; the pipeline waits for it.</summary>
    /// <returns>Null when it failed; its error comes in turn.</returns>
    internal T? Look<T>(Item item, Func<FlowClient, CancellationToken, Task<T>> look)
        where T : class => Look(item, () => PipelineThread.Wait(look(item.Client, PipelineThread.Stopping)));

    /// <summary>Makes a read, and throws what it throws; the pipeline waits for it.</summary>
    internal T Wait<T>(Func<CancellationToken, Task<T>> read) => PipelineThread.Wait(read(PipelineThread.Stopping));

    /// <inheritdoc cref="Look{T}(Item, Func{FlowClient, CancellationToken, Task{T}})"/>
    private protected T? Look<T>(Item item, Task<T> read)
        where T : class => Look(item, () => PipelineThread.Wait(read));

    private protected T? Look<T>(Item item, Func<T> wait)
        where T : class
    {
        try
        {
            return wait();
        }
        catch (FlowException e)
        {
            Work.Add(item, Task.FromException<T>(e), static _ => { });
            return null;
        }
    }

    /// <summary>Writes an error if no flow has the name.</summary>
    private protected void RequireFlow(string name)
    {
        Work.Add(ItemOf(name), FindAnyAsync);

        async Task FindAnyAsync(FlowClient client, CancellationToken stop)
        {
            try
            {
                await Flows.FindAsync(client, name, stop).ConfigureAwait(false);
            }
            catch (FlowException e) when (e.Kind == FailureKind.FlowNameAmbiguous)
            {
                // There are several.
            }
        }
    }

    private protected async Task<FlowSummary> FindAsync(
        FlowClient client, FlowReference flow, CancellationToken stop) =>
        flow.IsByName
            ? await Flows.FindAsync(client, flow.Name!, stop).ConfigureAwait(false)
            : await client.GetFlowAsync(flow.Id, stop).ConfigureAwait(false);

    private async Task<T> FindAndCallAsync<T>(
        FlowClient client, string name, Func<FlowClient, long, CancellationToken, Task<T>> call,
        CancellationToken cancellationToken)
    {
        var found = await Flows.FindAsync(client, name, cancellationToken).ConfigureAwait(false);
        return await call(client, found.FlowId!.Value, cancellationToken).ConfigureAwait(false);
    }
}
