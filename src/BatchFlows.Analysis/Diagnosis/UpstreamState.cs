using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.Diagnosis;

/// <summary>A flow that a run waits for, and its last run before.</summary>
/// <param name="FlowId">ID of the flow.</param>
/// <param name="FlowName">Name of the flow.</param>
/// <param name="FlowInstanceId">ID of the run; null when there is none in the window.</param>
/// <param name="Status">Status of the run.</param>
internal sealed record UpstreamState(long FlowId, string FlowName, string? FlowInstanceId, InstanceStatus? Status)
{
    public bool IsOpen => Status != InstanceStatus.Success;

    /// <summary>The name, and what its run did.</summary>
    public override string ToString() => $"'{FlowName}', " + Status switch
    {
        null => "which did not run in the window",
        InstanceStatus.Skip => $"whose last run was skipped ({FlowInstanceId})",
        InstanceStatus.Cancel => $"whose last run was cancelled ({FlowInstanceId})",
        { } status when status.IsFailed() => $"whose last run failed ({FlowInstanceId})",
        _ => $"whose last run has not ended ({FlowInstanceId})",
    };
}
