using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Flows;

/// <summary>
/// Finds out whether a change was refused because another flow has the name. The service uses one code for all
/// parameters, and its message names the reason in some versions only, so the flows are searched for the name.
/// </summary>
internal static class TakenName
{
    /// <returns>The refusal itself when the name is free.</returns>
    public static async Task<FlowServiceException> ExplainAsync(
        FlowClient client, FlowServiceException refusal, string name, CancellationToken cancellationToken)
    {
        var taken = await FindAsync(client, name, cancellationToken).ConfigureAwait(false);
        return taken is null && refusal.ServiceMessage?.Contains("unique") != true
            ? refusal
            : new FlowServiceException(
                refusal, FailureKind.FlowExists,
                taken is null
                    ? $"A flow named '{name}' already exists."
                    : $"The flow {taken.FlowId} '{name}' already exists.");
    }

    private static async Task<FlowSummary?> FindAsync(
        FlowClient client, string name, CancellationToken cancellationToken)
    {
        try
        {
            var search = FlowSearch.OfOrganization(client, name);
            while (await search.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            {
                if (page.FirstOrDefault(flow => flow.FlowName == name) is { } taken) return taken;
            }
        }
        catch (FlowServiceException)
        {
            // What matters to the caller is the refusal.
        }

        return null;
    }
}
