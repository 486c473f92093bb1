using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion.Service;

/// <summary>The flows and runs that a command names, or those before it in the pipeline.</summary>
internal static class NamedOnLine
{
    public static async Task<IReadOnlyList<Flow>> FlowsAsync(TypedLine line, KnownService service)
    {
        var ids = new List<long>();
        var named = ReferencesIn(line.Given("FlowId"));
        if (named.Length == 0) named = ReferencesIn(line.GivenBefore("FlowId"));
        foreach (var flow in named)
        {
            if (!flow.IsByName) ids.Add(flow.Id);
            else ids.AddRange((await service.FlowsAsync(flow.Name!).ConfigureAwait(false))
                .Where(found => found.FlowName == flow.Name).Select(found => found.FlowId ?? 0));
        }

        return await service.WholeFlowsAsync(ids).ConfigureAwait(false);
    }

    public static Task<IReadOnlyList<FlowInstance>> RunsAsync(TypedLine line, KnownService service)
    {
        var ids = RunsIn(line.Given("FlowInstanceId"));
        return service.WholeRunsAsync(ids.Length > 0 ? ids : RunsIn(line.GivenBefore("FlowInstanceId")));
    }

    private static string[] RunsIn(object? given) => given is null ? [] :
    [
        .. FlowIds.Items(given)
            .Select(item => FlowIds.Unwrap(item) as string ?? Keys.Find(item, "FlowInstanceId")).OfType<string>(),
    ];

    private static FlowReference[] ReferencesIn(object? given)
    {
        try
        {
            return given is null
                ? []
                : (FlowReference[])new FlowReferenceTransformationAttribute().Transform(null!, given);
        }
        catch (ArgumentTransformationMetadataException)
        {
            return [];
        }
    }
}
