using System;
using System.Management.Automation;
using BatchFlows.Model.Json;

namespace BatchFlows.Binding;

/// <summary>
/// Refuses what has no text, for text parameters that take nothing from the pipeline. The engine would take the source
/// of a script block for the text, and the name of its type for that of a table or a secret. It evaluates script blocks
/// itself for parameters that do take from the pipeline.
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

    /// <summary>Single values have one, and objects that show more than the name of their type.</summary>
    private static bool HasText(object? value) =>
        PlainText.Of(value) is not null || (value is not PSObject && value!.ToString() != $"{value.GetType()}");
}
