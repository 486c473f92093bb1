using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Client.Requests;

namespace BatchFlows.Completion;

/// <summary>Completes exact names of flows.</summary>
public class FlowCompleter : ServiceCompleter
{
    private protected override async Task<IEnumerable<(string Text, string Tip)>> FindAsync(
        FlowClient client, string word, CancellationToken cancellationToken)
    {
        var found = await client.SearchFlowsAsync(word, new Page(1), cancellationToken).ConfigureAwait(false);
        return found.Where(flow => flow.FlowName is { Length: > 0 })
            .Select(flow => (flow.FlowName!, $"Flow {flow.FlowId}"));
    }
}
