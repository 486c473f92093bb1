using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Client.Requests;

namespace BatchFlows.Completion;

/// <summary>Completes names of flows.</summary>
public sealed class FlowNameCompleter : ServiceCompleter
{
    /// <summary>
    /// With escaped wildcards: the parameter would otherwise take them for patterns. Only some editions of the engine
    /// escape the backtick too.
    /// </summary>
    private protected override string Typed(string name) => Regex.Replace(name, @"[][*?`]", "`$0");

    private protected override string Meant(string word) => WildcardPattern.Unescape(word);

    private protected override async Task<IEnumerable<(string Text, string Tip)>> FindAsync(
        FlowClient client, string word, CancellationToken cancellationToken)
    {
        var found = await client.SearchFlowsAsync(word, new Page(1), cancellationToken).ConfigureAwait(false);
        return found.Where(flow => flow.FlowName is { Length: > 0 })
            .Select(flow => (flow.FlowName!, $"Flow {flow.FlowId}"));
    }
}
