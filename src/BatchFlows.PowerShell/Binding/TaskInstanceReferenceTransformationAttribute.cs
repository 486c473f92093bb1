using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>Converts the values of -TaskInstanceId to references, and keeps the other keys of objects.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TaskInstanceReferenceTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FlowIds.Items(inputData).Select(ToReference).ToArray();

    private static TaskInstanceReference ToReference(object? item) =>
        FlowIds.Unwrap(item) as TaskInstanceReference ?? new TaskInstanceReference(
        Keys.Read(item, nameof(TaskInstanceReference.TaskInstanceId)),
        Keys.Find(item, nameof(TaskInstanceReference.FlowInstanceId)),
        Keys.Find(item, nameof(TaskInstanceReference.TaskName)),
        Keys.Find(item, nameof(TaskInstanceReference.FlowName)));
}
