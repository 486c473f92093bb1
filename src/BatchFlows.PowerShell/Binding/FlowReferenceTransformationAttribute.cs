using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>Makes references of whatever -FlowId is given, and keeps what is at hand.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlowReferenceTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// True where a definition takes the place of the flow, though it were read from a file and belonged to none.
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
