using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatchFlows.Model.Schedules;

/// <summary>Days in words, such as <c>Mon-Fri </c>, <c>last Fri </c> or <c>days 1,15, </c>.</summary>
internal static class DayWords
{
    /// <summary>So many days are exceptions; more are not.</summary>
    private const int MostExceptions = 2;

    /// <summary>Null when they are too special for words.</summary>
    public static Phrase? Of(IReadOnlyList<CronDays> days)
    {
        var texts = new List<string>();
        var (ofMonth, ofWeek) = (new SortedSet<int>(), new SortedSet<int>());
        foreach (var day in days)
        {
            if (day is { OfMonth: "*", OfWeek: "*" }) return new("");
            var (special, plain) = day.OfWeek == "*"
                ? (SpecialOfMonth(day.OfMonth), ofMonth)
                : (SpecialOfWeek(day.OfWeek), ofWeek);
            if (special is not null) texts.Add(special);
            else plain.UnionWith((day.OfWeek == "*" ? day.OfMonth : day.OfWeek).Split(',').Select(Number));
        }

        if (ofWeek.Count > 0) return WeekWords([.. ofWeek.Select(day => day + 1)]);
        if (days[0].OfWeek != "*") return new(texts[0] + " ");
        if (texts.Count == 0 && MonthException(ofMonth) is { } exception) return exception;
        if (ofMonth.Count > 0) texts.Insert(0, MonthWords(ofMonth));
        return new(string.Join(" and ", texts) + ", ");
    }

    private static Phrase WeekWords(SortedSet<int> days)
    {
        if (CronField.DayOfWeek.IsAll(days)) return new("");
        var runs = ValueRun.Of(days, CronField.DayOfWeek);
        var missing = ValueRun.Missing(days, CronField.DayOfWeek);
        if (missing.Count == 1) return new("", CronField.DayOfWeek.NameOf(missing.Min));
        if (missing.Count == MostExceptions && runs.Count > 1)
            return new("", string.Join(" and ", missing.Select(CronField.DayOfWeek.ShortNameOf)));
        // Sunday, the first day of the field, is the last of the week.
        var first = runs[0] is { First: 1, Count: 1 } ? 1 : 0;
        var text = ValueRun.Text(runs.Skip(first).Concat(runs.Take(first)), CronField.DayOfWeek.ShortNameOf);
        return new(text + " ");
    }

    private static Phrase? MonthException(SortedSet<int> days)
    {
        var missing = ValueRun.Missing(days, CronField.DayOfMonth);
        return missing.Count switch
        {
            0 => new(""),
            1 => new("", $"day {Text(missing.Min)}"),
            MostExceptions => new("", $"days {Text(missing.Min)} and {Text(missing.Max)}"),
            _ => null,
        };
    }

    private static string MonthWords(SortedSet<int> days) =>
        (days.Count == 1 ? "day " : "days ")
            + ValueRun.Text(ValueRun.Of(days, CronField.DayOfMonth, wraps: false), Text);

    private static string? SpecialOfMonth(string day)
    {
        if (day[day.Length - 1] is not ('L' or 'W') && day[0] != 'L') return null;
        var nearest = day[day.Length - 1] == 'W';
        var number = nearest ? day.Substring(0, day.Length - 1) : day;
        if (number == "L") return nearest ? "last weekday" : "last day";
        var before = number[0] == 'L' ? Number(number.Substring(2)) : 0;
        var text = number[0] != 'L' ? number
            : before == 0 ? "last day"
            : $"{Text(before)} day{(before == 1 ? "" : "s")} before the last";
        return nearest ? $"weekday nearest {text}" : text;
    }

    private static string? SpecialOfWeek(string day) =>
        !char.IsDigit(day[0]) || day.Length == 1 || day[1] == ',' ? null
        : day[1] == 'L' ? $"last {NameOf(day)}"
        : $"{Ordinal(day[2])} {NameOf(day)}";

    private static string NameOf(string day) => CronField.DayOfWeek.ShortNameOf(day[0] - '0' + 1);

    private static string Ordinal(char number) => number switch
    {
        '1' => "1st",
        '2' => "2nd",
        '3' => "3rd",
        _ => $"{number}th",
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
