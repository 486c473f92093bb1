using System;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Converts files, folders, flows, definitions and connections to sources of flows. Whether a text is a path is decided
/// by the text alone: a file that happens to be there must not change what a script compares.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlowSourceTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly FlowReferenceTransformationAttribute Flows = new() { TakesDefinitions = true };

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FlowIds.Items(inputData).Select(item => ToSource(engineIntrinsics, item)).ToArray();

    private static FlowSource ToSource(EngineIntrinsics engine, object? item) => FlowIds.Unwrap(item) switch
    {
        FlowSource source => source,
        string text when IsPath(text) => new FlowSource(text),
        FileSystemInfo file => new FlowSource(WildcardPattern.Escape(file.FullName)),
        FlowConnection connection => new FlowSource(connection),
        _ => new FlowSource(((FlowReference[])Flows.Transform(engine, item!))[0]),
    };

    private static bool IsPath(string text) =>
        text is "." or ".." or "~" || text.IndexOfAny(['/', '\\']) >= 0
            || text.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
