using System;
using System.Collections.Generic;
using System.Globalization;
using BatchFlows.Completion.Words;

namespace BatchFlows.Completion.Local;

/// <summary>Offers some times, in the form in which times are accepted, such as today and an hour ago.</summary>
public sealed class TimeCompleter : Completer
{
    private protected override IEnumerable<Offer> Offers(TypedLine line)
    {
        var now = DateTime.Now;
        yield return Of(now.Date, "today");
        yield return Of(now.Date.AddDays(-1), "yesterday");
        yield return Of(now.Date.AddDays(1), "tomorrow");
        if (line.Parameter is "BusinessDate" or "StartTime") yield break; // days
        yield return Of(now, "now", "yyyy-MM-ddTHH:mm");
        yield return Of(now.AddHours(-1), "an hour ago", "yyyy-MM-ddTHH:mm");
        yield return Of(now.AddHours(1), "in an hour", "yyyy-MM-ddTHH:mm");
    }

    private static Offer Of(DateTime time, string words, string format = "yyyy-MM-dd")
    {
        var text = time.ToString(format, CultureInfo.InvariantCulture);
        return new Offer(text, $"{text}  {words}");
    }
}
