using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Directories;

namespace BatchFlows.Completion;

/// <summary>Completes paths of the organisation's directories.</summary>
public sealed class DirectoryPathCompleter : ServiceCompleter
{
    private protected override async Task<IEnumerable<(string Text, string Tip)>> FindAsync(
        FlowClient client, string word, CancellationToken cancellationToken)
    {
        var tree = await DirectoryTrees.ListAsync(client, cancellationToken).ConfigureAwait(false);
        return tree.All.Select(
            directory => (directory.Path, $"{directory.Flows.Count} flows, {directory.Directories.Count} directories"));
    }
}
