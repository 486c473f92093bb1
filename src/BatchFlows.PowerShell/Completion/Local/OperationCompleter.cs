using System.Collections.Generic;
using System.Linq;
using BatchFlows.Completion.Words;
using BatchFlows.Sandbox;

namespace BatchFlows.Completion.Local;

/// <summary>Completes the names of the service's operations.</summary>
public sealed class OperationCompleter : Completer
{
    private protected override IEnumerable<Offer> Offers(TypedLine line) =>
        SandboxService.OperationNames.Select(name => new Offer(name));
}
