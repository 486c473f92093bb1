using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Accepts text, and numbers as text, and refuses anything else. From the pipeline, any object would be converted to
/// text, which might be the name of something else.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FlowIds.Items(inputData).Select(Read).ToArray();

    private static string Read(object? item)
    {
        if (FlowIds.Unwrap(item) is string text) return text;
        // The engine keeps how a number was typed, such as 007.
        if (FlowIds.Unwrap(item) is sbyte or byte or short or ushort or int or uint or long or ulong or float or double
            or decimal) return LanguagePrimitives.ConvertTo<string>(item);
        var message = $"'{item}' is not text.";
        // With this exception, the binder tries other parameters.
        throw new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
