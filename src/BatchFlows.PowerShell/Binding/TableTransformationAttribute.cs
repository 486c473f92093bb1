using System;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>Takes tables of every kind: the engine takes no dictionary that is generic only.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TableTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Tables.Read(inputData) ?? inputData;
}
