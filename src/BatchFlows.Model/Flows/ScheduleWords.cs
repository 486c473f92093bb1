using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.Model.Flows;

/// <summary>
/// Says in words when a flow runs. Only unambiguous expressions are put in words; others are shown as they are, because
/// wrong words are worse than none.
/// </summary>
internal static class ScheduleWords
{
    private static readonly Regex Days = new(
        "^(?:SUN|MON|TUE|WED|THU|FRI|SAT)(?:[-,](?:SUN|MON|TUE|WED|THU|FRI|SAT))*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <param name="type">How the flow is scheduled: only a periodic one, or one of unknown type, follows its cron
    /// expression.</param>
    /// <param name="cron">Six or seven fields, as Quartz orders them.</param>
    public static string Of(FlowType? type, string? cron) => type switch
    {
        FlowType.Manual => "manual",
        FlowType.Temporary => "temporary",
        _ => string.IsNullOrWhiteSpace(cron) ? "" : Of(cron!.Trim()),
    };

    private static string Of(string cron)
    {
        var fields = cron.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return fields.Length is 6 or 7 && fields[0] is "0" or "00" && fields[4] == "*"
            && (fields.Length == 6 || fields[6] == "*")
                ? Words(fields[1], fields[2], fields[3], fields[5]) ?? cron
                : cron;
    }

    private static string? Words(string minute, string hour, string day, string weekday)
    {
        var isAnyDay = day is "*" or "?";
        var isAnyWeekday = weekday is "*" or "?";
        if (isAnyDay && isAnyWeekday && Frequency(minute, hour) is { } frequency) return frequency;
        if (Number(minute, 59) is not { } minutes || Number(hour, 23) is not { } hours) return null;
        var time = FormattableString.Invariant($"{hours:00}:{minutes:00}");
        if (isAnyDay && isAnyWeekday) return $"daily {time}";
        if (isAnyDay && Days.IsMatch(weekday)) return $"{WeekdayNames(weekday)} {time}";
        return isAnyWeekday && Number(day, 31) is { } date and > 0 ? $"day {date}, {time}" : null;
    }

    /// <summary>Something that happens several times a day.</summary>
    private static string? Frequency(string minute, string hour)
    {
        if (hour == "*")
        {
            if (Step(minute, 60) is { } minutes) return minutes == 1 ? "every minute" : $"every {minutes} min";
            return Number(minute, 59) is { } past ? FormattableString.Invariant($"hourly at :{past:00}") : null;
        }

        return Step(hour, 24) is { } hours and > 1 && Number(minute, 59) is { } at
            ? FormattableString.Invariant($"every {hours} h at :{at:00}")
            : null;
    }

    /// <summary>
    /// Only for a step that divides the whole, because with any other step the last interval is shorter.
    /// </summary>
    private static int? Step(string field, int whole)
    {
        if (field == "*") return 1;
        var parts = field.Split('/');
        return parts.Length == 2 && parts[0] is "0" or "*" && Number(parts[1], whole - 1) is { } step and > 0
            && whole % step == 0
                ? step
                : null;
    }

    private static int? Number(string field, int most) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : null;

    private static string WeekdayNames(string weekday) => string.Concat(
        weekday.Select((letter, index) => index == 0 || !char.IsLetter(weekday[index - 1])
            ? char.ToUpperInvariant(letter)
            : char.ToLowerInvariant(letter)));
}
