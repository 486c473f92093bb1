using System;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Converts text to a Uri. The engine's own conversion error would repeat the text, including any password in it.
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
