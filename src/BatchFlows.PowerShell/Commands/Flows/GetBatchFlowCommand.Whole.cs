using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Client;

namespace BatchFlows.Commands;

/// <content>Whole flows, with their next runs.</content>
public sealed partial class GetBatchFlowCommand
{
    private async Task<Flow> ReadAsync(FlowClient client, long id, CancellationToken stop)
    {
        var flow = await client.GetFlowAsync(id, stop).ConfigureAwait(false);
        if (client.Connection.Zone.TakeProblem() is { } why)
        {
            PostWarning(
                $"The time zone of the server of connection '{client.Connection.Name}' is not known, so NextRun is "
                    + $"empty. {why}");
        }

        return flow.WithNextRun();
    }

    /// <summary>Counts a flow before its call is made, unless its owners decide whether it is written.</summary>
    private bool IsNext() => Owner.Length > 0 ? !_paging.IsFull : _paging.Take();

    private void WriteWhole(Flow flow)
    {
        if (Owner.Length == 0 || (flow.Owners.Any(_owners.IsMatch) && _paging.Take())) WriteObject(flow);
    }
}
