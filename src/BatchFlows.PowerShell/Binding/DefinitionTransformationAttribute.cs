using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Takes definitions as they are. The engine would make half a definition of any object or table that has some of its
/// properties.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefinitionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FlowIds.Items(inputData).Select(Read).ToArray();

    private static FlowDefinition Read(object? item)
    {
        if (FlowIds.Unwrap(item) is FlowDefinition definition) return definition;
        var message =
            $"An object of type {TypeName.Of(item)} is not a flow definition. Specify an object of Export-BatchFlow.";
        // This exception makes the engine try -Path and -LiteralPath.
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
