using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Diagnosis;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Diagnosis;

/// <summary>Compares a failed run with an earlier one.</summary>
internal static class EarlierFailure
{
    /// <summary>
    /// True when the same task failed with the same error in the earlier run; null when that cannot be read, because
    /// the later run can be explained without it.
    /// </summary>
    public static async Task<bool?> IsSameAsync(
        FlowClient client, FlowInstance earlier, TaskInstance first, string? error, CancellationToken cancellationToken)
    {
        try
        {
            var run = await client.GetFlowInstanceAsync(earlier.FlowInstanceId!, cancellationToken)
                .ConfigureAwait(false);
            var task = FailedRun.FailedTasks(run).FirstOrDefault(other => other.TaskName == first.TaskName);
            if (task is null) return false;
            var log = await FailedTaskLog.FindAsync(client, task.TaskInstanceId!, cancellationToken)
                .ConfigureAwait(false);
            return log?.ErrorLine is { } line && error is not null
                ? ErrorSignature.Of(line) == ErrorSignature.Of(error)
                : log?.ErrorLine == error;
        }
        catch (FlowServiceException)
        {
            return null;
        }
    }
}
