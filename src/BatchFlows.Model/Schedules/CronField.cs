using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using BatchFlows.Model.Failures;

namespace BatchFlows.Model.Schedules;

/// <summary>A field of a cron expression in the form of Quartz: its name and its values.</summary>
internal sealed class CronField
{
    public static readonly CronField Second = new("second", 0, 59);
    public static readonly CronField Minute = new("minute", 0, 59);
    public static readonly CronField Hour = new("hour", 0, 23);
    public static readonly CronField DayOfMonth = new("day of month", 1, 31);
    public static readonly CronField Month = new("month", 1, 12)
    {
        _names = ["JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER",
            "NOVEMBER", "DECEMBER"],
    };

    public static readonly CronField DayOfWeek = new("day of week", 1, 7)
    {
        _names = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"],
    };

    public static readonly CronField Year = new("year", 1970, 2199) { _wraps = false };

    private const int NameLength = 3;

    private static readonly Regex Form = new(
        @"^(?:\*|(?<from>[0-9A-Z]+)(?:-(?<to>[0-9A-Z]+))?)?(?:/(?<step>[0-9]+))?\z", RegexOptions.CultureInvariant);

    private readonly int _least;
    private readonly int _most;
    private readonly SortedSet<int> _all;
    private string[] _names = [];
    private bool _wraps = true;

    private CronField(string name, int least, int most)
    {
        Name = name;
        _least = least;
        _most = most;
        _all = [.. Enumerable.Range(least, most - least + 1)];
    }

    public string Name { get; }

    public int Least => _least;

    public int Most => _most;

    /// <summary>True when the values are all that the field can have.</summary>
    public bool IsAll(ICollection<int> values) => values.Count == _all.Count;

    /// <summary>The values of a field that is a list of numbers, names, ranges and steps. Not to be changed.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public SortedSet<int> Read(string text) => text == "*" ? _all
        : text.Length > 0 && text.All(digit => digit is >= '0' and <= '9') ? [ReadValue(text)]
        : [.. text.Split(',').SelectMany(ReadItem)];

    /// <exception cref="FormatException">The item is not a number, name, range or step.</exception>
    public IEnumerable<int> ReadItem(string item)
    {
        if (item.Length == 0) throw Problem("has an empty item in its list");
        if (item == "?") throw Problem("cannot be a question mark; only a day of month or a day of week can");
        if (Form.Match(item) is not { Success: true } match) throw Problem($"contains '{item}', which is not a value");
        Group first = match.Groups["from"], last = match.Groups["to"], steps = match.Groups["step"];
        var step = steps.Success ? ReadStep(steps.Value) : 1;
        var from = first.Success ? ReadValue(first.Value) : _least;
        var to = last.Success ? ReadValue(last.Value) : first.Success && !steps.Success ? from : _most;
        var count = _all.Count;
        if (to < from && !_wraps) throw Problem($"contains '{item}', which ends before it begins");
        var end = to < from ? to + count : to;
        return Enumerable.Range(0, ((end - from) / step) + 1)
            .Select(i => ((from + (i * step) - _least) % count) + _least);
    }

    /// <exception cref="FormatException">It is not one of the field's numbers or names.</exception>
    public int ReadValue(string text)
    {
        if (char.IsDigit(text[0]))
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= _least && number <= _most
                ? number
                : throw Problem($"contains '{text}', which is not a number from {_least} to {_most}");
        }

        var index = Array.FindIndex(
            _names, name => text.Length >= NameLength && name.StartsWith(text, StringComparison.Ordinal));
        return index >= 0
            ? index + _least
            : throw Problem(
                $"contains '{text}', which is not a " + (_names.Length > 0 ? "number or an English name" : "number"));
    }

    /// <summary>The English name of a month or a day of week, such as <c>Sunday</c>.</summary>
    public string NameOf(int value)
    {
        var name = _names[value - _least];
        return name[0] + name.Substring(1).ToLowerInvariant();
    }

    public string ShortNameOf(int value) => NameOf(value).Substring(0, NameLength);

    public FormatException Problem(string what) => new($"the field '{Name}' {ShownText.Of(what)}");

    private int ReadStep(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step > 0 && step <= _most
            ? step
            : throw Problem($"has the step '{text}', which is not a number from 1 to {_most}");
}
