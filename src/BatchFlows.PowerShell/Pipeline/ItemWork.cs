using System;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Throttling;

namespace BatchFlows.Pipeline;

/// <summary>Work on an item, which does not begin once the pipeline is stopped.</summary>
internal sealed class ItemWork<T>(
    PipelineThread thread, Item item, Func<FlowClient, CancellationToken, Task<T>> work) : ThrottledWork<T>
{
    /// <inheritdoc/>
    protected override Task<T> DoAsync()
    {
        thread.Stopping.ThrowIfCancellationRequested();
        return work(item.Client, thread.Stopping);
    }
}
