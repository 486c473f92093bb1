using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Diagnosis;
using BatchFlows.Client;
using BatchFlows.Procedures.Logs;

namespace BatchFlows.Procedures.Diagnosis;

/// <summary>Reads the log of the last try of a task.</summary>
internal static class FailedTaskLog
{
    /// <param name="taskInstanceId">ID of the task's run; null when no task failed.</param>
    /// <returns>Null when there is no log.</returns>
    /// <exception cref="FlowException">The call failed.</exception>
    public static async Task<AttemptLog?> ReadAsync(
        FlowClient client, string? taskInstanceId, CancellationToken cancellationToken) =>
        taskInstanceId is not null
            && await new LogReader(client).FindAsync(taskInstanceId, cancellationToken: cancellationToken)
                .ConfigureAwait(false) is { } log
            ? new AttemptLog([.. log.Lines.Select(line => line.Text)])
            : null;
}
