using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Directories;

/// <summary>The directories behind each connection, which a command asks for once.</summary>
internal sealed class DirectoryTrees
{
    private readonly Dictionary<FlowConnection, Task<DirectoryTree>> _trees = [];

    /// <summary>May be called from any thread.</summary>
    public Task<DirectoryTree> GetAsync(FlowClient client, CancellationToken cancellationToken)
    {
        lock (_trees)
        {
            if (!_trees.TryGetValue(client.Connection, out var tree)) _trees[client.Connection] = tree = ReadAsync(client, cancellationToken);
            return tree;
        }
    }

    private static async Task<DirectoryTree> ReadAsync(FlowClient client, CancellationToken cancellationToken) =>
        new(await client.ListDirectoriesAsync(cancellationToken).ConfigureAwait(false));
}
