using System;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Makes an address of a text. Of a text that is none the engine's own error would tell all, a password in it too.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AddressTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (FlowIds.Unwrap(inputData) is not string text) return inputData;
        return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address)
            ? address
            : throw new ArgumentTransformationMetadataException(
                "It is not an address. Specify one such as https://apim.example.com.");
    }
}
