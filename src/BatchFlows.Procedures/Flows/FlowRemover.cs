using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Flows;

/// <summary>
/// Deletes flows. When the service refuses because others depend on one, it does not name them, so they are searched.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="search">Finds what depends on a flow; shared by all deletions of a command.</param>
internal sealed class FlowRemover(FlowClient client, DependentSearch search)
{
    /// <summary>Deletes a flow.</summary>
    /// <exception cref="FlowHasDependentsException">Others depend on it.</exception>
    /// <exception cref="FlowException">The call failed.</exception>
    public async Task DeleteAsync(long flowId, CancellationToken cancellationToken = default)
    {
        try
        {
            await client.DeleteFlowAsync(flowId, cancellationToken).ConfigureAwait(false);
            search.Forget(flowId);
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
            if (await search.FindAsync(flowId, cancellationToken).ConfigureAwait(false) is not var (found, unread))
            {
                return refusal.With(
                    $"Dependent flows were not searched, because there are more than {AllDefinitions.CheapFlows} "
                        + "flows. -FindDependents searches them all, with a call for each.");
            }

            var rest = unread switch
            { 0 => "", 1 => " 1 flow could not be looked at.", _ => $" {unread} flows could not be looked at." };
            if (found.Count > 0) return new FlowHasDependentsException(refusal, found, rest);
            return unread > 0 ? refusal.With("No dependent flow was found." + rest) : refusal;
        }
        catch (FlowServiceException e)
        {
            return refusal.With($"Dependent flows could not be searched: {e.Problem}");
        }
    }
}
