using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Accepts only definitions. The engine would convert any object or table with some of the properties to an incomplete
/// definition.
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
        // With this exception, the binder tries -Path and -LiteralPath.
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
