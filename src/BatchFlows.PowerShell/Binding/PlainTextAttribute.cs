using System;
using System.Management.Automation;
using BatchFlows.Model.Json;

namespace BatchFlows.Binding;

/// <summary>
/// Refuses values that are not text, for text parameters without pipeline input. The engine would convert a script
/// block to its source, and a table or a secret to the name of its type. For parameters with pipeline input, it
/// evaluates script blocks itself.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlainTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        foreach (var item in FlowIds.Items(inputData))
        {
            if (FlowIds.Unwrap(item) is ScriptBlock)
                throw new ArgumentTransformationMetadataException(
                    "This parameter accepts text and does not evaluate a script block. Use ForEach-Object, and $_ in a "
                        + "text.");
            if (!HasText(FlowIds.Unwrap(item)))
                throw new ArgumentTransformationMetadataException(
                    $"An object of type {TypeName.Of(item)} is not text.");
        }

        return inputData;
    }

    /// <summary>Single values are text, and so are objects whose text is more than the name of their type.</summary>
    private static bool HasText(object? value) =>
        PlainText.Of(value) is not null || (value is not PSObject && value!.ToString() != $"{value.GetType()}");
}
