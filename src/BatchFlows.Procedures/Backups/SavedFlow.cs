using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Backups;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Backups;

/// <summary>A flow to create again as it was.</summary>
/// <param name="Source">The file with it, or the flow that is copied, for messages.</param>
/// <param name="Definition">Its definition.</param>
/// <param name="Directory">Names of directories from below the root; none for the root itself.</param>
/// <param name="FlowId">The ID that it had; null when that is not known.</param>
/// <param name="IsActive">True when its schedule was active; null when that is not known.</param>
internal sealed record SavedFlow(
    string Source, FlowDefinition Definition, IReadOnlyList<string> Directory, long? FlowId, bool? IsActive)
{
    public string Name => Definition.FlowName ?? "";

    /// <summary>Reads a flow of the service, to copy it.</summary>
    /// <exception cref="FlowException">A call failed.</exception>
    public static async Task<SavedFlow> ReadAsync(
        FlowClient client, FlowPlace place, CancellationToken cancellationToken)
    {
        var definition = await client.ExportFlowAsync(place.FlowId, cancellationToken).ConfigureAwait(false);
        var flow = await client.GetFlowAsync(place.FlowId, cancellationToken).ConfigureAwait(false);
        return new SavedFlow(
            $"{client.Connection.Name}: {place.FlowId} '{place.FlowName}'", definition, place.Directory ?? [],
            place.FlowId, flow.IsActive);
    }

    public string DirectoryPath => Directory.Count == 0 ? "/" : string.Join("/", Directory);
}
