using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Procedures.Logs;

/// <summary>Reads logs of runs of tasks as lines.</summary>
/// <param name="client">Asks the service.</param>
/// <param name="maxLength">Longest log wanted, in characters; the service's own limit when null.</param>
internal sealed class LogReader(FlowClient client, long? maxLength = null)
{
    // The service's limit for a log, in characters, when none is asked for.
    private const long DefaultMaxLength = 1 << 20;

    /// <summary>The log as it is now.</summary>
    /// <param name="taskInstanceId">ID of the task's run.</param>
    /// <param name="flowInstanceId">ID of the flow's run, for the lines.</param>
    /// <param name="taskName">Name of the task, for the lines.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="FlowException">
    /// The call failed; <see cref="FailureKind.InstanceNotFound"/> when there is no run or no log.
    /// </exception>
    public async Task<TaskLog> ReadAsync(
        string taskInstanceId, string? flowInstanceId = null, string? taskName = null,
        CancellationToken cancellationToken = default)
    {
        var text = await client.GetTaskInstanceLogAsync(taskInstanceId, maxLength, cancellationToken)
            .ConfigureAwait(false);
        var lines = new LogLines();
        return Log(new(taskInstanceId, flowInstanceId, taskName, 0, "", client.Connection.Name),
            [.. lines.Add(text), .. lines.End()], text);
    }

    /// <summary>The log as it is now; null when there is none.</summary>
    /// <exception cref="FlowException">The call failed.</exception>
    public async Task<TaskLog?> FindAsync(
        string taskInstanceId, string? flowInstanceId = null, string? taskName = null,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return await ReadAsync(taskInstanceId, flowInstanceId, taskName, cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException e) when (e.Kind == FailureKind.InstanceNotFound)
        {
            return null;
        }
    }

    /// <param name="line">Any line of the log.</param>
    /// <param name="lines">The lines that are wanted.</param>
    /// <param name="text">The whole text.</param>
    internal TaskLog Log(TaskLogLine line, IEnumerable<(long Number, string Text)> lines, string text) => new(
        line.TaskInstanceId,
        [.. lines.Select(given => line with { LineNumber = given.Number, Text = given.Text })],
        text.Length >= (maxLength ?? DefaultMaxLength));
}
