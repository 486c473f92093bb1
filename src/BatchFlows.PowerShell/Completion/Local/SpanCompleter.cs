using System.Collections.Generic;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion.Local;

/// <summary>Offers some spans of time.</summary>
public sealed class SpanCompleter : Completer
{
    // Without quotes: the engine reads 7d as a number, and the parameter knows what was typed.
    private protected override IEnumerable<Offer> Offers(TypedLine line) =>
    [
        new("1h", tip: "An hour") { IsVerbatim = true },
        new("24h", tip: "24 hours") { IsVerbatim = true },
        new("7d", tip: "7 days") { IsVerbatim = true },
        new("30d", tip: "30 days") { IsVerbatim = true },
    ];
}
