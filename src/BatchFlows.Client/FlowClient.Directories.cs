using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;

namespace BatchFlows.Client;

/// <content>Directories.</content>
internal sealed partial class FlowClient
{
    /// <summary>
    /// The tree of directories of the organisation, with the flows in them (List Workflow Directories).
    /// </summary>
    /// <returns>The root, or more than one where the service has several.</returns>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task<IReadOnlyList<FlowDirectory>> ListDirectoriesAsync(CancellationToken cancellationToken = default) =>
        SendAsync<IReadOnlyList<FlowDirectory>>(
            Get(Operations.ListWorkflowDirectories, subject: null),
            data => ItemsOf(data, "key", "title").Select(item => new FlowDirectory(item, Here())).ToArray(),
            cancellationToken);

    /// <summary>Creates a directory (Create Directory).</summary>
    /// <param name="parentId">ID of its parent directory.</param>
    /// <param name="name">Its name, which no other directory there may have.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>ID of the new directory.</returns>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task<string> CreateDirectoryAsync(
        string parentId, string name, CancellationToken cancellationToken = default) => SendAsync(
        Post(Operations.CreateDirectory, $"directory '{name}'", body =>
        {
            body.WriteString("parentId", parentId);
            body.WriteString("dirName", name);
        }),
        data => TextOf(data, "dirId", "directoryId"),
        cancellationToken);
}
