using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Cronos;

namespace BatchFlows.Sandbox;

/// <summary>
/// When the cron expression of a flow fires, on the clock of the server, whose zone has no summer time. Cronos counts;
/// its fields differ from those of Quartz in the numbers of weekdays, special days in lists, and the year.
/// </summary>
internal sealed class QuartzCron
{
    private const int LastYear = 2199;

    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
    private static readonly string[] Months =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly Regex RestOfName = new(
        "(?<=[A-Z]{3})(?:S?DAY|NESDAY|RSDAY|URDAY|R?UARY|CH|IL|E|Y|UST|T?EMBER|OBER)", RegexOptions.CultureInvariant);

    private static readonly Regex SpecialDay = new("[LW#]", RegexOptions.CultureInvariant);
    private static readonly Regex Range = new(
        @"^(?<from>[0-9A-Z*]+)(?:-(?<to>[0-9A-Z]+))?(?:/(?<step>[1-9][0-9]?))?\z", RegexOptions.CultureInvariant);

    private readonly List<CronExpression> _parts = [];
    private readonly HashSet<int>? _years;

    private QuartzCron(string[] fields)
    {
        if (fields.Length is not (6 or 7) || (fields[3] == "?") == (fields[5] == "?")) return;
        if (fields.Length == 7 && fields[6] != "*") _years = [.. Values(fields[6], 1970, LastYear)];
        var days = fields[5] == "?" ? DaysOfMonth(fields[3]).Select(day => (Month: day, Week: "*"))
            : DaysOfWeek(fields[5]).Select(day => (Month: "*", Week: day));
        var time = $"{List(fields[0], 0, 59)} {List(fields[1], 0, 59)} {List(fields[2], 0, 23)}";
        var months = List(fields[4], 1, 12, Months);
        foreach (var day in days)
            _parts.Add(CronExpression.Parse($"{time} {day.Month} {months} {day.Week}", CronFormat.IncludeSeconds));
    }

    /// <summary>An expression that cannot be read never fires.</summary>
    public static QuartzCron Read(string text)
    {
        try
        {
            var fields = text.ToUpperInvariant().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            return new([.. fields.Select(field => RestOfName.Replace(field, ""))]);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return new([]);
        }
    }

    /// <summary>The first time after a moment, and not after another; null when there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, DateTimeOffset until, TimeSpan zone)
    {
        var (at, end) = (Clock(after, zone), Clock(until, zone));
        while (_parts.Select(part => part.GetNextOccurrence(at)).Min() is { } next && next <= end)
        {
            if (_years?.Contains(next.Year) != false)
                return new DateTimeOffset(DateTime.SpecifyKind(next, DateTimeKind.Unspecified), zone).ToUniversalTime();
            if (next.Year >= LastYear) break;
            at = new DateTime(next.Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(-1);
        }
        return null;
    }

    private static DateTime Clock(DateTimeOffset moment, TimeSpan zone) =>
        DateTime.SpecifyKind(moment.ToOffset(zone).DateTime, DateTimeKind.Utc);

    /// <summary>Cronos accepts a special day alone, so each stands for itself.</summary>
    private static IEnumerable<string> DaysOfMonth(string field)
    {
        var days = field.Split(',');
        var plain = string.Join(",", days.Where(day => !SpecialDay.IsMatch(day)));
        return days.Where(day => SpecialDay.IsMatch(day))
            .Concat(plain.Length > 0 ? [List(plain, 1, 31)] : Array.Empty<string>());
    }

    private static IEnumerable<string> DaysOfWeek(string field)
    {
        if (field == "L") return ["6"];
        if (field[field.Length - 1] == 'L') return [$"{Number(field.TrimEnd('L'), 1, Weekdays) - 1}L"];
        if (field.Split('#') is [var day, var number]) return [$"{Number(day, 1, Weekdays) - 1}#{number}"];
        return [string.Join(",", Values(field, 1, 7, Weekdays).Select(value => value - 1))];
    }

    private static string List(string field, int first, int last, string[]? names = null) =>
        string.Join(",", Values(field, first, last, names).Distinct());

    /// <summary>The values of a list of numbers, ranges and steps; a range may go on at the beginning.</summary>
    private static IEnumerable<int> Values(string field, int first, int last, string[]? names = null)
    {
        foreach (var item in field.Split(','))
        {
            if (Range.Match(item) is not { Success: true } range) throw new FormatException(item);
            var isAll = range.Groups["from"].Value == "*";
            var hasStep = range.Groups["step"].Success;
            var from = isAll ? first : Number(range.Groups["from"].Value, first, names);
            var to = range.Groups["to"].Success ? Number(range.Groups["to"].Value, first, names)
                : isAll || hasStep ? last : from;
            if (from < first || from > last || to < first || to > last) throw new FormatException(item);
            var step = hasStep ? int.Parse(range.Groups["step"].Value, CultureInfo.InvariantCulture) : 1;
            var count = last - first + 1;
            for (var value = from; value <= (to < from ? to + count : to); value += step)
                yield return ((value - first) % count) + first;
        }
    }

    private static int Number(string text, int first, string[]? names) =>
        names is not null && Array.IndexOf(names, text) is >= 0 and var index
        ? index + first
        : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
