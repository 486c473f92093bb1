using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion.Local;

/// <summary>Completes the IDs of the system's time zones.</summary>
public sealed class TimeZoneCompleter : Completer
{
    private protected override IEnumerable<Offer> Offers(TypedLine line) =>
        TimeZoneInfo.GetSystemTimeZones().Select(zone => new Offer(zone.Id));
}
