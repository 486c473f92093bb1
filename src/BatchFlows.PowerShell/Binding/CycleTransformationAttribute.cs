using System;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Spells a cycle as the service does, where case matters. A small m is left unchanged, because it may mean month or
/// minute.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CycleTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        FlowIds.Unwrap(inputData) switch
        {
            string text when text.Equals("mi", StringComparison.OrdinalIgnoreCase) => "mi",
            "w" or "d" or "h" => $"{inputData}".ToUpperInvariant(),
            _ => inputData,
        };
}
