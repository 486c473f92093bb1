using System.Collections.Generic;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion.Local;

/// <summary>Keeps file names away from a parameter that names nothing, such as a number or a new name.</summary>
public sealed class NothingCompleter : Completer
{
    private protected override IEnumerable<Offer> Offers(TypedLine line) => [];

    /// <summary>By position, Import-BatchFlow also accepts files.</summary>
    private protected override bool IsLeftToAnother(TypedLine line) =>
        line.Parameter == "InputObject" && !line.Names(line.Parameter);
}
