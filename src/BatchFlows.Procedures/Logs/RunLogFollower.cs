using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Procedures.Logs;

/// <summary>Follows the logs of the tasks of a run, each from its start, until the run has ended.</summary>
/// <param name="client">Asks the service.</param>
/// <param name="maxLength">Longest log wanted, in characters; the service's own limit when null.</param>
/// <param name="isWanted">Which tasks; null for all.</param>
internal sealed class RunLogFollower(FlowClient client, long? maxLength = null, Func<TaskNode, bool>? isWanted = null)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Follows the logs to their ends.</summary>
    /// <param name="flowInstanceId">ID of the run.</param>
    /// <param name="give">Takes what is new in a log, from any thread; parts of one log one after the other.</param>
    /// <param name="cancellationToken">Ends it; the run goes on.</param>
    /// <exception cref="FlowException">There is no such run, or the service cannot be asked.</exception>
    public async Task FollowAsync(
        string flowInstanceId, Action<TaskLog> give, CancellationToken cancellationToken = default)
    {
        var isEnded = false;
        var follower = new LogFollower(client, maxLength, () => Volatile.Read(ref isEnded));
        var known = new HashSet<string>();
        var following = new List<Task>();
        try
        {
            var waiter = new InstanceWaiter(client, seen: FollowStarted) { LongestPause = LongestPause };
            await waiter.WaitAsync(flowInstanceId, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref isEnded, true); // also when the run can no longer be read, so that its followers end
            await Task.WhenAll(following).ConfigureAwait(false);
        }

        void FollowStarted(FlowInstance instance)
        {
            foreach (var task in instance.Graph.Tasks)
            {
                if (task.TaskInstanceId is not { } id
                    || !HasStarted(task)
                    || isWanted?.Invoke(task) == false
                    || !known.Add(id))
                    continue;
                following.Add(follower.FollowAsync(id, give, cancellationToken));
            }
        }
    }

    private static bool HasStarted(TaskNode task) =>
        task.Status is not (InstanceStatus.None or InstanceStatus.Init or InstanceStatus.Wait or InstanceStatus.Ready
            or InstanceStatus.Skip);
}
