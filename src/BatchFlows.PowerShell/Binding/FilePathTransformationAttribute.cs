using System;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Accepts text and files, and refuses anything else by its type. From the pipeline, any object would be converted to
/// text, which might be the name of a file.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FilePathTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] PathProperties = ["LiteralPath", "PSPath", "FullName"];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FlowIds.Items(inputData).Select(Read).ToArray();

    private static string Read(object? item) => FlowIds.Unwrap(item) switch
    {
        string text when !IsJson(text) => text,
        FileSystemInfo file => WildcardPattern.Escape(file.FullName),
        string => throw Refusal("Text with JSON (System.String) is not a path.", isOfOtherKind: false),
        _ => throw Refusal(
            $"An object of type {TypeName.Of(item)} is neither a flow definition nor the path of a file.",
            isOfOtherKind: HasPath(item)),
    };

    /// <summary>An object or a list. Quotation marks distinguish it from a path with braces or brackets.</summary>
    private static bool IsJson(string text) =>
        text.Trim() is ['{', .., '}'] or ['[', .., ']'] && text.Contains('"');

    private static bool HasPath(object? item) => item is not null
        && PathProperties.Any(name => PSObject.AsPSObject(item).Properties[name] is not null);

    /// <param name="isOfOtherKind">
    /// True for an object that carries a path: with this inner exception, the binder tries -LiteralPath.
    /// </param>
    private static ArgumentTransformationMetadataException Refusal(string what, bool isOfOtherKind)
    {
        var message = $"{what} Export-BatchFlow returns definitions, and Export-BatchFlow -Path writes files of them; "
            + "[BatchFlows.FlowDefinition]::Parse reads a text.";
        return new ArgumentTransformationMetadataException(
            message, isOfOtherKind ? new PSInvalidCastException(message) : null);
    }
}
