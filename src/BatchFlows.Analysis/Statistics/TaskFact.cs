using System;

namespace BatchFlows.Analysis.Statistics;

/// <summary>What statistics need of a task of a run. Times are of the server's clock.</summary>
/// <param name="Name">Name of the task.</param>
/// <param name="Status">Its status; null when it is not known.</param>
/// <param name="Start">When its last attempt started; null when it never did.</param>
/// <param name="End">When it ended; null before.</param>
/// <param name="Retries">How often it was repeated.</param>
internal sealed record TaskFact(string Name, InstanceStatus? Status, DateTime? Start, DateTime? End, long Retries)
{
    public static TaskFact Of(TaskInstance task, string name) => new(
        name, task.Status, task.StartTime?.Value, task.EndTime?.Value, Math.Max(task.RetryCount ?? 0, 0));
}
