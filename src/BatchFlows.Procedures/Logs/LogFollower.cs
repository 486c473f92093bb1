using System;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Procedures.Logs;

/// <summary>
/// Follows the log of a task's run while it grows, and returns each line once. It waits for a log that does not exist
/// yet, polls a growing log often and any other rarely, and ends when the task has ended and its log was read once
/// more.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="maxLength">Longest log wanted, in characters; the service's own limit when null.</param>
/// <param name="isRunEnded">
/// Returns true when the run of the flow has ended, so that there is nothing to wait for; null if nobody knows.
/// </param>
internal sealed class LogFollower(FlowClient client, long? maxLength = null, Func<bool>? isRunEnded = null)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly LogReader _reader = new(client, maxLength);

    /// <summary>Follows a log to its end.</summary>
    /// <param name="taskInstanceId">ID of the task's run.</param>
    /// <param name="give">Takes what is new in the log, from any thread, one part after the other.</param>
    /// <param name="cancellationToken">Ends it; the task goes on.</param>
    /// <exception cref="FlowException">There is no such run, or the service cannot be asked.</exception>
    public async Task FollowAsync(
        string taskInstanceId, Action<TaskLog> give, CancellationToken cancellationToken = default)
    {
        if (give is null) throw new ArgumentNullException(nameof(give));
        var patience = new Patience(client.Clock, taskInstanceId);
        var lines = new LogLines();
        var pause = ShortestPause;
        while (true)
        {
            try
            {
                // Checked before the log is read, so that the last read is complete.
                var isLast = isRunEnded?.Invoke() == true;
                var task = await client.GetTaskInstanceAsync(taskInstanceId, cancellationToken).ConfigureAwait(false);
                isLast |= task.IsEnded;
                var text = await TextAsync(taskInstanceId, cancellationToken).ConfigureAwait(false);
                patience.Renew();
                var news = lines.Add(text);
                if (isLast) news.AddRange(lines.End());
                if (news.Count > 0)
                {
                    give(_reader.Log(
                        new(taskInstanceId, task.FlowInstanceId, task.TaskName, 0, "", client.Connection.Name), news,
                        text));
                }

                if (isLast) return;
                pause = news.Count > 0
                    ? ShortestPause
                    : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, pause.Ticks * 3 / 2));
            }
            catch (FlowServiceException e) when (patience.Bears(e))
            {
                // The failed attempts were traced. The next one follows after the pause.
            }

            await client.Clock.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The text of the log; empty when there is none yet.</summary>
    private async Task<string> TextAsync(string taskInstanceId, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetTaskInstanceLogAsync(taskInstanceId, maxLength, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (FlowServiceException e) when (e.Kind == FailureKind.InstanceNotFound)
        {
            return "";
        }
    }
}
