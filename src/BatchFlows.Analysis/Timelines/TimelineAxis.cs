using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatchFlows.Model;

namespace BatchFlows.Analysis.Timelines;

/// <summary>The times that a timeline shows.</summary>
internal static class TimelineAxis
{
    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds)),
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 2, 3, 6, 12 }.Select(hours => TimeSpan.FromHours(hours)),
        .. new[] { 1, 2, 7, 14, 30, 90, 365 }.Select(days => TimeSpan.FromDays(days)),
    ];

    /// <summary>A timeline around its rows. Bars that have not ended go on until the service was asked.</summary>
    public static Timeline Around(string title, string things, IReadOnlyList<TimelineRow> rows, Origin origin)
    {
        DateTime?[] now = rows.Any(row => row.Start is not null && row.End is null)
            ? [(origin.ReadAt + origin.Zone.Offset)?.UtcDateTime]
            : [];
        var times = rows.SelectMany(row => new[] { row.Ready, row.Start, row.End }).Concat(now)
            .OfType<DateTime>().DefaultIfEmpty(new DateTime(2000, 1, 1)).ToArray();
        var (start, end) = (times.Min(), times.Max());
        return new Timeline(title, things, start, end > start ? end : start.AddSeconds(1), rows);
    }

    /// <summary>
    /// The end of a bar: never before its start, and its start if it has ended and nobody knows when.
    /// </summary>
    public static DateTime? EndOf(DateTime? start, DateTime? end, bool isEnded) =>
        end < start || (isEnded && end is null) ? start : end;

    /// <summary>At most so many round times within the timeline, with their labels.</summary>
    public static IEnumerable<(DateTime Time, string Label)> Ticks(Timeline timeline, int most)
    {
        var step = Steps.FirstOrDefault(one => (timeline.End - timeline.Start).Ticks / one.Ticks < most);
        if (step == default) yield break;
        var form = step >= TimeSpan.FromDays(1) ? "yyyy-MM-dd" : step >= TimeSpan.FromMinutes(1) ? "HH:mm" : "HH:mm:ss";
        var first = (timeline.Start.Ticks + step.Ticks - 1) / step.Ticks;
        for (var ticks = first * step.Ticks; ticks <= timeline.End.Ticks; ticks += step.Ticks)
            yield return (new DateTime(ticks), new DateTime(ticks).ToString(form, CultureInfo.InvariantCulture));
    }
}
