using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Model.Schedules;

/// <summary>Times of day in words, such as <c>01:30</c> or <c>every 15 min 08:00-17:45</c>.</summary>
internal static class TimeWords
{
    private const int HoursOfDay = 24;
    private const int MinutesOfHour = 60;

    /// <summary>So many times are listed; more need words of their own.</summary>
    private const int MostTimes = 4;

    /// <summary>So many hours are exceptions, unless they follow each other.</summary>
    private const int MostExceptions = 2;

    /// <summary>Null when they are too many, and at no equal distances.</summary>
    public static Phrase? Of(CronFields fields)
    {
        var (minutes, hours) = (fields.Minutes, fields.Hours);
        if (fields.Seconds.Count > 1) return Seconds(fields);
        if (minutes.Count * hours.Count <= MostTimes && !IsOfMidnight(minutes, hours))
        {
            return new(string.Join(", ", hours.SelectMany(
                hour => minutes.Select(minute => Time(hour, minute, fields.Seconds.Min)))));
        }

        if (fields.Seconds.Min != 0) return null;
        if (minutes.Count > 1) return Often(minutes, hours);
        return hours.Count < HoursOfDay && StepOf(hours, HoursOfDay) is { } step
            ? Repeated(hours.Min == 0
                ? $"every {step} h at {Past(minutes)}"
                : $"every {step} h from {Time(hours.Min, minutes.Min)}")
            : Hourly(minutes, hours);
    }

    private static Phrase? Seconds(CronFields fields) =>
        fields.Minutes.Count == MinutesOfHour && fields.Hours.Count == HoursOfDay && fields.Seconds.Min == 0
            && StepOf(fields.Seconds, MinutesOfHour) is { } step
                ? Repeated(step == 1 ? "every second" : $"every {step} s")
                : null;

    private static Phrase? Hourly(SortedSet<int> minute, SortedSet<int> hours)
    {
        if (hours.Count == HoursOfDay) return Repeated($"hourly at {Past(minute)}");
        var name = minute.Min == 0 ? "hourly" : $"hourly at {Past(minute)}";
        return Within("hourly", name, minute, hours);
    }

    private static Phrase? Often(SortedSet<int> minutes, SortedSet<int> hours)
    {
        if (StepOf(minutes, MinutesOfHour) is not { } step)
        {
            return hours.Count == HoursOfDay && minutes.Count < MostTimes
                ? Repeated($"hourly at {Past(minutes)}")
                : null;
        }

        var name = step == 1 ? "every minute" : $"every {step} min";
        var all = minutes.Min == 0 ? name : $"{name} from {Past([minutes.Min])}";
        return hours.Count == HoursOfDay ? Repeated(all) : Within(name, all, minutes, hours);
    }

    /// <summary>What happens at some hours: from one to another, or at all but a few or those of a night.</summary>
    private static Phrase? Within(string name, string all, SortedSet<int> minutes, SortedSet<int> hours)
    {
        var (runs, missing) = (ValueRun.Of(hours, CronField.Hour), ValueRun.Missing(hours, CronField.Hour));
        var isOvernight = runs.Count == 1 && runs[0].First > runs[0].Last;
        if (missing.Count <= MostExceptions || (isOvernight && hours.Count > missing.Count))
            return Repeated(all, string.Join(", ", ValueRun.Of(missing, CronField.Hour).Select(Span)));
        return runs.Count == 1 ? Repeated($"{name} {Span(runs[0])}") : null;

        string Span(ValueRun run)
        {
            var (first, last) = (Time(run.First, minutes.Min), Time(run.Last, minutes.Max));
            return first == last ? first : $"{first}-{last}";
        }
    }

    private static Phrase Repeated(string text, string except = "") => new(text, except) { IsOften = true };

    /// <summary>The distance of values that are equally far from each other, around the clock as well.</summary>
    private static int? StepOf(SortedSet<int> values, int whole)
    {
        if (values.Count < 2 || whole % values.Count != 0) return null;
        var step = whole / values.Count;
        return values.Select((value, index) => value - (index * step)).All(value => value == values.Min) ? step : null;
    }

    /// <summary>True for what is said better as every so many hours.</summary>
    private static bool IsOfMidnight(SortedSet<int> minutes, SortedSet<int> hours) =>
        minutes.Count == 1 && hours.Min == 0 && StepOf(hours, HoursOfDay) is not null;

    private static string Past(IEnumerable<int> minutes) =>
        string.Join(", ", minutes.Select(minute => FormattableString.Invariant($":{minute:00}")));

    private static string Time(int hour, int minute, int second = 0) => second == 0
        ? FormattableString.Invariant($"{hour:00}:{minute:00}")
        : FormattableString.Invariant($"{hour:00}:{minute:00}:{second:00}");
}
