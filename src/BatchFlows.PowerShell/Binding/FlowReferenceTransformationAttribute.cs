using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>Converts the values of -FlowId to references, and keeps flows and definitions that are at hand.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlowReferenceTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// True if a definition can replace the flow, even one that was read from a file and belongs to no flow.
    /// </summary>
    public bool TakesDefinitions { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FlowIds.Items(inputData).Select(ToReference).ToArray();

    private FlowReference ToReference(object? item) => FlowIds.Unwrap(item) switch
    {
        FlowReference reference => reference,
        FlowDefinition definition when TakesDefinitions => new FlowReference(definition),
        var value => FlowIds.NameIn(item) is { } name
            ? new FlowReference(name)
            : new FlowReference(FlowIds.Read(item), Keys.Find(item, "FlowName"), value as Flow),
    };
}
