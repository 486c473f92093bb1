using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using BatchFlows.Completion.Service;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion;

/// <summary>Completes names of flows for parameters that take wildcards.</summary>
public sealed class FlowNameCompleter : ServiceCompleter
{
    private protected override string Typed(string text, TypedLine line) => Wildcards.Escape(text);

    private protected override string Meant(TypedLine line) => WildcardPattern.Unescape(line.Word);

    /// <summary>By position, Get-BatchFlow binds -FlowId unless another parameter excludes it.</summary>
    private protected override bool IsLeftToAnother(TypedLine line) => line.Command == "Get-BatchFlow"
        && !line.Names("Name", "FlowName") && !line.Has("Mine") && !line.Has("Path") && !line.Has("DirectoryId");

    private protected override async Task<IEnumerable<Offer>> FindAsync(KnownService service, TypedLine line) =>
        (await service.FlowsAsync(Meant(line)).ConfigureAwait(false))
            .Where(flow => flow.FlowName is { Length: > 0 })
            .OrderBy(flow => flow.FlowName, System.StringComparer.OrdinalIgnoreCase)
            .Select(flow => new Offer(flow.FlowName!, tip: $"Flow {flow.FlowId}"));
}
