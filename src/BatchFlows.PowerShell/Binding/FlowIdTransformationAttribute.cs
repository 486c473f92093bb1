using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>Converts the values of -FlowId to IDs.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlowIdTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FlowIds.Items(inputData).Select(FlowIds.Read).ToArray();
}
