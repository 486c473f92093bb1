using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion.Local;

/// <summary>Completes distances to UTC, which are found by the names of time zones as well.</summary>
public sealed class ZoneCompleter : Completer
{
    // The system reads hundreds of files for the time zones. Completion does not wait for that; they are offered the
    // next time.
    private static Task<Offer[]>? _zones;

    private protected override IEnumerable<Offer> Offers(TypedLine line)
    {
        var zones = _zones ??= Task.Run(Read);
#pragma warning disable VSTHRD002 // It waits no longer than a user does.
        return zones.Wait(TimeSpan.FromMilliseconds(200)) ? zones.Result : [];
#pragma warning restore VSTHRD002
    }

    private static Offer[] Read() =>
    [
        .. from zone in TimeZoneInfo.GetSystemTimeZones()
           group zone.Id by zone.BaseUtcOffset into alike
           orderby alike.Key
           let sign = alike.Key < TimeSpan.Zero ? "-" : ""
           let text = sign + alike.Key.ToString("hh\\:mm", CultureInfo.InvariantCulture)
           select new Offer(text, $"{text}  {string.Join(", ", alike)}"),
    ];
}
