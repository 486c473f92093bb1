using System;
using System.Linq;
using BatchFlows.Model.Failures;

namespace BatchFlows;

/// <summary>A run failed or was cancelled. The message names the tasks that failed.</summary>
public sealed class InstanceFailedException : FlowException
{
    /// <summary>The failure of a run that has ended.</summary>
    public InstanceFailedException(FlowInstance instance)
        : base(
            FailureKind.InstanceFailed,
            Explain(instance ?? throw new ArgumentNullException(nameof(instance))),
            remedy: instance.FlowInstanceId is { } id
                ? $"See why: Get-BatchFlowTaskLog -FlowInstanceId {PastedText.Of(id)} -Failed -Tail 20."
                : null) =>
            Instance = instance;

    /// <summary>The run.</summary>
    public FlowInstance Instance { get; }

    private static string Explain(FlowInstance instance)
    {
        var tasks = instance.FailedTasks.Select(task => $"{task.TaskName} ({task.StatusText})").ToArray();
        var which = tasks.Length == 0 ? "" : $" Failed tasks: {string.Join(", ", tasks)}.";
        return $"The run {instance} of flow '{instance.FlowName}' ended as {instance.StatusText}.{which}";
    }
}
