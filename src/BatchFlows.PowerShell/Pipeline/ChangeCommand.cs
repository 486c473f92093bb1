using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Pipeline;

/// <summary>A command that changes something in the service, each item on its own and none without a question.</summary>
public abstract class ChangeCommand : BulkCommand
{
    private readonly Protection _protection = new();

    /// <summary>Makes changes through a protected connection without asking.</summary>
    [Parameter]
    public virtual SwitchParameter Force { get; set; }

    /// <summary>Makes a change as soon as the limit allows, when the user wants it.</summary>
    /// <param name="target">What the user passed, for an error record.</param>
    /// <param name="what">What is to be changed.</param>
    /// <param name="action">What is to be done to it.</param>
    /// <param name="work">Makes the change, on any thread.</param>
    /// <param name="write">Writes the result, on the pipeline thread.</param>
    private protected void Change<T>(object target, string what, string action, Func<FlowClient, CancellationToken, Task<T>> work, Action<T> write)
    {
        if (ShouldProcess(what, action)) EnqueueConfirmed(target, $"{action}: {what}", work, write, client: null);
    }

    /// <summary>Makes a change that has no result.</summary>
    private protected void Change(object target, string what, string action, Func<FlowClient, CancellationToken, Task> work)
    {
        Change(target, what, action, WorkAsync, _ => { });

        async Task<bool> WorkAsync(FlowClient client, CancellationToken cancellationToken)
        {
            await work(client, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Makes a change of which one sentence tells all.</summary>
    /// <param name="question">That sentence.</param>
    /// <param name="client">The client of the work that this follows from; null for the item at hand.</param>
    private protected void Change<T>(
        object target, string question, Func<FlowClient, CancellationToken, Task<T>> work, Action<T> write, FlowClient? client)
    {
        if (ShouldProcess(question, question, MyInvocation.MyCommand.Name)) EnqueueConfirmed(target, question, work, write, client);
    }

    /// <summary>Reads what a change has led to. The change is made, so when that fails it is told, and no error of the command.</summary>
    /// <param name="done">What was done.</param>
    /// <param name="read">Reads it.</param>
    private protected async Task<T?> ReadAfterAsync<T>(string done, Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (FlowServiceException e)
        {
            PipelineThread.Post(() => WriteWarning($"{done}, and could not be read after that. {e.Message}"));
            return null;
        }
    }

    private void EnqueueConfirmed<T>(
        object target, string question, Func<FlowClient, CancellationToken, Task<T>> work, Action<T> write, FlowClient? client)
    {
        try
        {
            if (_protection.ClientFor(this, client ?? Client(), question, Force) is { } confirmed) Enqueue(target, work, write, confirmed);
        }
        catch (FlowException e)
        {
            Enqueue(target, Task.FromException<T>(e), write);
        }
    }
}
