using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Procedures.Lists;

namespace BatchFlows.Procedures.Instances;

/// <summary>The wanted runs of one query, in order, reading at most one page ahead.</summary>
internal sealed class InstanceQueue(Pages<FlowInstance> pages, Func<FlowInstance, bool> isWanted)
{
    private readonly Queue<FlowInstance> _ahead = new();

    public bool IsEmpty => _ahead.Count == 0;

    public bool IsIncomplete => pages.IsIncomplete;

    /// <summary>When the next run was triggered.</summary>
    public ServiceTime NextTime => _ahead.Peek().TriggerTime ?? default;

    public FlowInstance Take() => _ahead.Dequeue();

    /// <summary>Asks for pages until there is a next run. It stays empty when there is none.</summary>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        while (IsEmpty && await pages.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            foreach (var instance in page.Where(isWanted)) _ahead.Enqueue(instance);
        }
    }
}
