using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.Model.Schedules;

/// <summary>
/// The days of an expression. Each special day of a list (<c>L</c>, <c>15W</c>) stands alone, because Cronos does not
/// accept it in a list; all others are one list.
/// </summary>
/// <param name="OfMonth">The day of month in the form of Cronos.</param>
/// <param name="OfWeek">The day of week in the form of Cronos, whose Sunday is 0.</param>
internal sealed record CronDays(string OfMonth, string OfWeek)
{
    private static readonly Regex SpecialOfMonth = new(
        @"^(?:L(?:-(?<offset>[0-9]+))?(?<near>W?)|(?<day>[0-9]+)W)\z", RegexOptions.CultureInvariant);

    private static readonly Regex SpecialOfWeek = new(
        @"^(?:(?<day>[0-9A-Z]+?)(?<end>L|#(?<n>[0-9]+)))\z", RegexOptions.CultureInvariant);

    /// <summary>True when a day at the weekend is moved to the nearest weekday.</summary>
    public bool MovesOffWeekend => OfMonth is [.., 'W'];

    /// <exception cref="FormatException">One of the fields is wrong, or not exactly one is a question mark.</exception>
    public static IReadOnlyList<CronDays> Read(string ofMonth, string ofWeek)
    {
        if (ofMonth == "?" && ofWeek == "?")
            throw new FormatException("both the day of month and the day of week are question marks");
        if (ofMonth != "?" && ofWeek != "?")
            throw new FormatException("one of the fields 'day of month' and 'day of week' must be a question mark");
        var daysOfWeek = ofWeek.Split(',');
        if (daysOfWeek.Length > 1 && Array.Find(daysOfWeek, IsAlone) is { } alone)
            throw CronField.DayOfWeek.Problem($"contains '{alone}', which cannot be in a list");
        return ofWeek == "?"
            ? [.. Read(CronField.DayOfMonth, ofMonth, SpecialDayOfMonth, 0).Select(day => new CronDays(day, "*"))]
            : [.. Read(CronField.DayOfWeek, ofWeek, SpecialDayOfWeek, -1).Select(day => new CronDays("*", day))];
    }

    /// <summary>True for a date that is not the day of the expression but the weekday nearest to it.</summary>
    public bool IsMoved(DateTime date)
    {
        if (!MovesOffWeekend) return false;
        var day = OfMonth.TrimEnd('W');
        if (day[0] != 'L') return date.Day != Number(day);
        var last = DateTime.DaysInMonth(date.Year, date.Month);
        return date.Day != last - (day.Length > 1 ? Number(day.Substring(2)) : 0);
    }

    private static IEnumerable<string> Read(
        CronField field, string text, Func<string, string?> readSpecial, int shift)
    {
        var plain = new SortedSet<int>();
        foreach (var item in text.Split(','))
        {
            if (readSpecial(item) is { } special) yield return special;
            else plain.UnionWith(field.ReadItem(item));
        }

        if (plain.Count > 0) yield return field.IsAll(plain) ? "*" : string.Join(",", plain.Select(day => day + shift));
    }

    private static string? SpecialDayOfMonth(string item)
    {
        if (SpecialOfMonth.Match(item) is not { Success: true } match) return null;
        if (match.Groups["day"] is { Success: true } day) return $"{CronField.DayOfMonth.ReadValue(day.Value)}W";
        var (near, offset) = (match.Groups["near"].Value, match.Groups["offset"].Value.TrimStart('0'));
        if (offset.Length == 0) return $"L{near}";
        return offset.Length > 2 || Number(offset) > 30
            ? throw CronField.DayOfMonth.Problem($"contains '{item}', whose offset is more than 30")
            : $"L-{offset}{near}";
    }

    private static string? SpecialDayOfWeek(string item)
    {
        if (item == "L") return "6"; // Saturday, the last day of the week
        if (SpecialOfWeek.Match(item) is not { Success: true } match) return null;
        var day = CronField.DayOfWeek.ReadValue(match.Groups["day"].Value) - 1;
        return match.Groups["n"] is { Success: true } n && n.Value is not ("1" or "2" or "3" or "4" or "5")
            ? throw CronField.DayOfWeek.Problem($"contains '{item}', but a month has the same weekday 1 to 5 times")
            : $"{day}{match.Groups["end"].Value}";
    }

    private static bool IsAlone(string item) => item == "L" || SpecialOfWeek.IsMatch(item);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
