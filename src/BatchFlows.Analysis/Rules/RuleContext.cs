using System;
using System.Collections.Generic;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Rules;

/// <summary>What rules know besides the definition.</summary>
/// <param name="Now">The moment from which schedules are looked at.</param>
/// <param name="Zone">The server's zone, whose clock changes count.</param>
internal sealed record RuleContext(DateTimeOffset Now, TimeZoneInfo Zone)
{
    private IReadOnlyList<(DateTime Start, DateTime End)>? _gaps;

    /// <summary>
    /// The flows that links name, null for one that does not exist; null when nobody asked the service.
    /// </summary>
    public IReadOnlyDictionary<string, FlowDefinition?>? LinkedFlows { get; init; }

    public DateTime LocalNow => TimeZoneInfo.ConvertTime(Now, Zone).DateTime;

    /// <summary>What the clock of the zone skips in the next year.</summary>
    public IReadOnlyList<(DateTime Start, DateTime End)> Gaps => _gaps ??= [.. ZoneClock.GapsAfter(LocalNow, Zone)];
}
