using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;



namespace BatchFlows.Procedures.Flows;

/// <summary>
/// Deletes flows. When the service refuses because others depend on one, it does not name them, so the links of all
/// flows are searched.
/// </summary>
/// <param name="client">Asks the service.</param>
internal sealed class FlowRemover(FlowClient client)
{
    /// <summary>Deletes a flow.</summary>
    /// <exception cref="FlowHasDependentsException">Others depend on it.</exception>
    /// <exception cref="FlowException">The call failed.</exception>
    public async Task DeleteAsync(long flowId, CancellationToken cancellationToken = default)
    {
        try
        {
            await client.DeleteFlowAsync(flowId, cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException e) when (e.Kind == FailureKind.StateForbidsOperation)
        {
            throw await ExplainAsync(flowId, e, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<FlowServiceException> ExplainAsync(
        long flowId, FlowServiceException refusal, CancellationToken cancellationToken)
    {
        try
        {
            var (dependents, unread) = await FindAsync(flowId, cancellationToken).ConfigureAwait(false);
            var rest = unread switch
            { 0 => "", 1 => " 1 flow could not be looked at.", _ => $" {unread} flows could not be looked at." };
            if (dependents.Count > 0) return new FlowHasDependentsException(refusal, dependents, rest);
            return unread > 0 ? refusal.With("Nothing that depends on it was found." + rest) : refusal;
        }
        catch (FlowServiceException e)
        {
            return refusal.With($"What depends on it could not be looked for: {e.Problem}");
        }
    }

    /// <summary>
    /// The flows whose links name a flow, one looked at after the other, as many may be deleted at once; and how many
    /// could not be looked at.
    /// </summary>
    private async Task<(IReadOnlyList<FlowSummary> Found, int Unread)> FindAsync(
        long flowId, CancellationToken cancellationToken)
    {
        var name = (await client.ExportFlowAsync(flowId, cancellationToken).ConfigureAwait(false)).FlowName;
        var found = new List<FlowSummary>();
        var unread = 0;
        var search = FlowSearch.OfOrganization(client);
        while (await search.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            foreach (var flow in page.Where(flow => flow.FlowId != flowId))
            {
                var names = await NamesAsync(flow, name, cancellationToken).ConfigureAwait(false);
                if (names == true) found.Add(flow);
                if (names is null) unread++;
            }
        }

        return (found.ToArray(), unread);
    }

    /// <summary>Whether a flow has a link to one of a name; null when it could not be looked at.</summary>
    private async Task<bool?> NamesAsync(FlowSummary flow, string? name, CancellationToken cancellationToken)
    {
        if (flow.FlowId is not { } id) return null;
        try
        {
            var definition = await client.ExportFlowAsync(id, cancellationToken).ConfigureAwait(false);
            return definition.FlowLinks.Concat<Link>(definition.TaskLinks).Any(link => link.SourceFlowName == name);
        }
        catch (FlowServiceException e)
        {
            return e.Kind == FailureKind.FlowNotFound ? false : null; // gone meanwhile, or not for this user to see
        }
    }
}
