using System.Collections.Generic;
using System.Linq;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Commands;

/// <content>How it lists the runs of a window.</content>
public sealed partial class GetBatchFlowInstanceCommand
{
    /// <summary>A flow may have no runs in the window; a name that no flow has is an error.</summary>
    private void RequireFlows()
    {
        foreach (var name in _names.Unseen) RequireFlow(name);
    }

    /// <summary>Writes each page before the next is asked for.</summary>
    private void Search()
    {
        var item = ItemOf(target: null);
        try
        {
            var search = new InstanceSearch(item.Client, _criteria);
            while (!_paging.IsFull && PipelineThread.Wait(search.NextAsync(PipelineThread.Stopping)) is { } page)
                WriteFound(page.Where(IsWanted));
            _hasLooked = true;
            WarnIf(search.IsIncomplete);
        }
        catch (FlowException e)
        {
            WriteFailure(item, e);
        }
    }

    private void WriteFound(IEnumerable<FlowInstance> instances) =>
        WriteObject(instances.Where(_ => _paging.Take()), enumerateCollection: true);

    /// <summary>Any thread may call this.</summary>
    private bool IsWanted(FlowInstance instance) =>
        _names.IsMatch(instance.FlowName) && (!_hasOwnerPattern || instance.Owners.Any(_owners.IsMatch));

    private void WarnIf(bool isIncomplete)
    {
        if (isIncomplete)
            WriteWarning("The service repeats a page, or counts more runs than it lists: the list may be incomplete.");
    }
}
