using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows;

/// <summary>
/// Deletes flows, and finds out what depends on one that the service refuses to delete for that: it does not say, so the links of all
/// other flows are looked at.
/// </summary>
/// <param name="client">Asks the service.</param>
public sealed class FlowDependents(FlowClient client)
{
    private const int MostAtOnce = 8;

    /// <summary>Deletes a flow.</summary>
    /// <exception cref="FlowHasDependentsException">Others depend on it.</exception>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public async Task DeleteAsync(long flowId, CancellationToken cancellationToken = default)
    {
        try
        {
            await client.DeleteFlowAsync(flowId, cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException e) when (e.Kind == FailureKind.StateForbidsOperation)
        {
            throw await FindOrNothingAsync(flowId, cancellationToken).ConfigureAwait(false) is { Count: > 0 } dependents
                ? new FlowHasDependentsException(e, dependents)
                : e;
        }
    }

    /// <summary>The flows whose links name a flow, as far as the user of the connection may look into them.</summary>
    /// <exception cref="FlowServiceException">The flow itself or the list of flows cannot be read.</exception>
    public async Task<IReadOnlyList<FlowSummary>> FindAsync(long flowId, CancellationToken cancellationToken = default)
    {
        var name = (await client.ExportFlowAsync(flowId, cancellationToken).ConfigureAwait(false)).FlowName;
        var others = new List<FlowSummary>();
        var pages = new Pages<FlowSummary>((number, stop) => client.SearchFlowsAsync(expression: null, new Page(number), stop), flow => flow.FlowId);
        while (await pages.NextAsync(cancellationToken).ConfigureAwait(false) is { } page) others.AddRange(page.Where(flow => flow.FlowId != flowId));
        using var slots = new SemaphoreSlim(MostAtOnce);
        var found = await Task.WhenAll(others.Select(LookAsync)).ConfigureAwait(false);
        return found.OfType<FlowSummary>().ToArray();

        async Task<FlowSummary?> LookAsync(FlowSummary flow)
        {
            await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await NamesAsync(flow, name, cancellationToken).ConfigureAwait(false) ? flow : null;
            }
            finally
            {
                slots.Release();
            }
        }
    }

    private async Task<IReadOnlyList<FlowSummary>?> FindOrNothingAsync(long flowId, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(flowId, cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException)
        {
            return null; // the refusal itself is what there is to say
        }
    }

    private async Task<bool> NamesAsync(FlowSummary flow, string? name, CancellationToken cancellationToken)
    {
        if (flow.FlowId is not { } id) return false;
        try
        {
            var definition = await client.ExportFlowAsync(id, cancellationToken).ConfigureAwait(false);
            return definition.FlowLinks.Concat<Link>(definition.TaskLinks).Any(link => link.SourceFlowName == name);
        }
        catch (FlowServiceException)
        {
            return false; // gone meanwhile, or not for this user to see
        }
    }
}
