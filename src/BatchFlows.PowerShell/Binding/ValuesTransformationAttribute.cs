using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Reads several names of an enum in one text, separated by commas, as several values. The engine would combine their
/// numbers to another value.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValuesTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>True for a parameter that accepts only one value.</summary>
    public bool IsSingle { get; set; }

    /// <summary>True for statuses of runs, which are spelled in several ways.</summary>
    public bool IsStatus { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is null) return null;
        var values = FlowIds.Items(inputData).SelectMany(Split).ToArray();
        if (!IsSingle) return values;
        return values.Length == 1
            ? values[0]
            : throw new ArgumentTransformationMetadataException(
                $"'{string.Join(", ", values)}' are {values.Length} values. Specify one.");
    }

    private object?[] Split(object? item) => FlowIds.Unwrap(item) is string text
        ? [.. text.Split(',').Select(name => IsStatus ? StatusSpelling.Of(name.Trim()) : name.Trim())]
        : [item];
}
