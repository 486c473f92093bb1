using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Directories;

/// <summary>The directories of each connection, which a command lists once. Thread-safe.</summary>
internal sealed class DirectoryTrees
{
    private readonly Dictionary<FlowConnection, Task<DirectoryTree>> _trees = [];

    /// <summary>The directories as they were when the command first asked.</summary>
    public Task<DirectoryTree> GetAsync(FlowClient client, CancellationToken cancellationToken)
    {
        lock (_trees)
        {
            if (!_trees.TryGetValue(client.Connection, out var tree))
                _trees[client.Connection] = tree = ListAsync(client, cancellationToken);
            return tree;
        }
    }

    /// <summary>The directories as they are now.</summary>
    public static async Task<DirectoryTree> ListAsync(FlowClient client, CancellationToken cancellationToken) =>
        new(await client.ListDirectoriesAsync(cancellationToken).ConfigureAwait(false));
}
