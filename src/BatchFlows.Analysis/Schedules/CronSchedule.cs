using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Model.Schedules;
using Cronos;

namespace BatchFlows.Analysis.Schedules;

/// <summary>
/// When a cron expression of Quartz (6 or 7 fields) fires. Cronos counts on a clock that never changes;
/// <see cref="ZoneClock"/> maps its times to a zone. A weekday nearest to a day at the weekend follows the
/// documentation of Quartz; Java's Quartz fires only once on a day that was moved, so its times are doubtful if there
/// are several.
/// </summary>
internal sealed class CronSchedule
{
    /// <summary>Times after this year are not computed.</summary>
    public const int LastYear = 2099;

    private readonly (CronDays Days, CronExpression Expression)[] _parts;
    private readonly CronFields _fields;

    public CronSchedule(CronFields fields)
    {
        _fields = fields;
        var time = $"{List(fields.Seconds)} {List(fields.Minutes)} {List(fields.Hours)}";
        var months = List(fields.Months);
        _parts = [.. fields.Days.Select(day => (
            day, CronExpression.Parse($"{time} {day.OfMonth} {months} {day.OfWeek}", CronFormat.IncludeSeconds)))];
    }

    /// <exception cref="FormatException">
    /// The expression is wrong; the message says where, as the end of a sentence without a full stop.
    /// </exception>
    public static CronSchedule Parse(string text) => new(CronFields.Parse(text));

    /// <summary>The times after a moment, in order, until the end of <see cref="LastYear"/>.</summary>
    public IEnumerable<FireTime> After(DateTimeOffset moment, TimeZoneInfo zone)
    {
        (DateTime First, DateTime Last)? skipped = null;
        foreach (var (time, isMoved) in OnClock(ZoneClock.BeforeRepetition(moment, zone)))
        {
            if (ZoneClock.At(time, zone) is not { } at)
            {
                skipped = (skipped?.First ?? time, time);
            }
            else if (at.Time > moment)
            {
                yield return at with
                {
                    IsDoubtful = at.IsDoubtful || (isMoved && _fields.Hours.Count > 1),
                    Skipped = skipped,
                };
                skipped = null;
            }
        }
    }

    /// <summary>The first time of a clock between two, without the second; null when there is none.</summary>
    public DateTime? FirstBetween(DateTime from, DateTime end)
    {
        foreach (var (time, _) in OnClock(from.AddTicks(-1))) return time < end ? time : null;
        return null;
    }

    /// <summary>Times of a clock that never changes.</summary>
    private IEnumerable<(DateTime Time, bool IsMoved)> OnClock(DateTime after)
    {
        var at = DateTime.SpecifyKind(after, DateTimeKind.Utc);
        while (NextPart(at) is { } next && next.Time.Year <= LastYear)
        {
            if (_fields.Years.Contains(next.Time.Year))
            {
                at = next.Time;
                yield return next;
                continue;
            }

            var year = _fields.Years.FirstOrDefault(allowed => allowed > next.Time.Year);
            if (year == 0) yield break;
            at = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(-1);
        }
    }

    private (DateTime Time, bool IsMoved)? NextPart(DateTime at)
    {
        (DateTime Time, bool IsMoved)? first = null;
        foreach (var (days, expression) in _parts)
        {
            if (expression.GetNextOccurrence(at) is { } time && !(time >= first?.Time))
                first = (time, days.IsMoved(time));
        }

        return first;
    }

    private static string List(SortedSet<int> values) => string.Join(",", values);
}
