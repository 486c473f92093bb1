using System;
using System.Linq;
using System.Management.Automation;

namespace BatchFlows.Binding;

/// <summary>
/// Converts files, flows, definitions, runs, differences and dependencies to sources of pictures. An object that
/// carries the ID of a run stands for the run, although it also carries that of the flow.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DiagramSourceTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly FlowSourceTransformationAttribute Flows = new();

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        FlowIds.Items(inputData).Select(item => ToSource(engineIntrinsics, item)).ToArray();

    private static DiagramSource ToSource(EngineIntrinsics engine, object? item)
    {
        switch (FlowIds.Unwrap(item))
        {
            case DiagramSource source:
                return source;
            case FlowDifference difference:
                return new DiagramSource(difference);
            case FlowDependency dependency:
                return new DiagramSource(dependency);
            case FlowInstance { FlowInstanceId: { } id } run:
                return new DiagramSource(id, run);
            case not (null or IConvertible) when Keys.Find(item!, "FlowInstanceId") is { Length: > 0 } id:
                return new DiagramSource(id, run: null);
            default:
                var flow = ((FlowSource[])Flows.Transform(engine, item!))[0];
                return flow.Organization is null ? new DiagramSource(flow) : throw NoSource(item);
        }
    }

    private static ArgumentTransformationMetadataException NoSource(object? item) => new(
        $"'{item}' cannot be drawn. Specify a flow, a file, a definition, a run, or the output of Compare-BatchFlow or "
            + "Get-BatchFlowDependency, such as Get-BatchFlow | ConvertTo-BatchFlowDiagram -View Dependency.");
}
