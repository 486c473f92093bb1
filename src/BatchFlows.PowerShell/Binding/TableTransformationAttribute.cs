using System;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>Accepts dictionaries of every kind; the engine refuses those that are only generic.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TableTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Tables.Read(inputData) ?? inputData;
}
