using System;
using System.Collections.Generic;
using System.Linq;
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
    private readonly int[] _years;
    private readonly int[] _hours;

    private CronSchedule(string[] fields)
    {
        var seconds = CronField.Second.Read(fields[0]);
        var minutes = CronField.Minute.Read(fields[1]);
        _hours = CronField.Hour.Read(fields[2]);
        var days = CronDays.Read(fields[3], fields[5]);
        var months = CronField.Month.Read(fields[4]);
        _years = CronField.Year.Read(fields.Length > 6 ? fields[6] : "*");
        _parts = [.. days.Select(day => (day, CronExpression.Parse(
            $"{List(seconds)} {List(minutes)} {List(_hours)} {day.OfMonth} {List(months)} {day.OfWeek}",
            CronFormat.IncludeSeconds)))];
    }

    /// <exception cref="FormatException">
    /// The expression is wrong; the message says where, as the end of a sentence without a full stop.
    /// </exception>
    public static CronSchedule Parse(string text)
    {
        var fields = text.ToUpperInvariant().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is 6 or 7) return new CronSchedule(fields);
        var hint = fields.Length == 5
            ? "; a Unix expression lacks the seconds, and one of its days must be a question mark"
            : "";
        throw new FormatException($"it has {fields.Length} field{(fields.Length == 1 ? "" : "s")}, not 6 or 7{hint}");
    }

    /// <summary>The times after a moment, in order, until the end of <see cref="LastYear"/>.</summary>
    public IEnumerable<FireTime> After(DateTimeOffset moment, TimeZoneInfo zone)
    {
        foreach (var (time, isMoved) in OnClock(ZoneClock.BeforeRepetition(moment, zone)))
        {
            if (ZoneClock.At(time, zone) is { } at && at.Time > moment)
                yield return at with { IsDoubtful = at.IsDoubtful || (isMoved && _hours.Length > 1) };
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
            if (Array.BinarySearch(_years, next.Time.Year) >= 0)
            {
                at = next.Time;
                yield return next;
                continue;
            }

            var year = Array.Find(_years, allowed => allowed > next.Time.Year);
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

    private static string List(int[] values) => string.Join(",", values);
}
