using System;
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
    /// <summary>The log.</summary>
    /// <exception cref="FlowException">The call failed, or there is no log.</exception>
    public static async Task<AttemptLog> ReadAsync(
        FlowClient client, string taskInstanceId, CancellationToken cancellationToken) => Of(
            await new LogReader(client).ReadAsync(taskInstanceId, cancellationToken: cancellationToken)
                .ConfigureAwait(false));

    /// <summary>The log; null when there is none.</summary>
    /// <exception cref="FlowException">The call failed.</exception>
    public static async Task<AttemptLog?> FindAsync(
        FlowClient client, string taskInstanceId, CancellationToken cancellationToken) =>
        await new LogReader(client).FindAsync(taskInstanceId, cancellationToken: cancellationToken)
            .ConfigureAwait(false) is { } log
            ? Of(log)
            : null;

    /// <summary>Why it could not be read; the remedy for a wrong ID is of no use here.</summary>
    public static string WhyUnread(FlowServiceException failure) =>
        failure.Kind == FailureKind.InstanceNotFound
            ? FormattableString.Invariant($"The service has no log of the task's run (code {failure.Code}).")
            : failure.Message;

    private static AttemptLog Of(TaskLog log) => new([.. log.Lines.Select(line => line.Text)]);
}
