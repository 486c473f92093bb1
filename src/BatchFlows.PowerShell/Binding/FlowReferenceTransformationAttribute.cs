using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>Makes references of whatever -FlowId is given, and keeps definitions that are at hand.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlowReferenceTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FlowIds.Items(inputData).Select(ToReference).ToArray();

    private static FlowReference ToReference(object? item) => FlowIds.Unwrap(item) switch
    {
        FlowReference reference => reference,
        FlowDefinition definition => new FlowReference(definition),
        _ => new FlowReference(FlowIds.Read(item)),
    };
}
