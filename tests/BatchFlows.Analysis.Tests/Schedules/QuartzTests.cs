using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using BatchFlows.Analysis.Schedules;
using CsCheck;
using Quartz;

namespace BatchFlows.Analysis.Tests.Schedules;

/// <summary>
/// The same fire times as Quartz.NET, for generated expressions on a clock that never changes. Only 29W to 31W differ:
/// in months that lack the day, Quartz.NET takes the last one, and Java's Quartz skips the month, as we do.
/// </summary>
public class QuartzTests
{
    private const int Times = 10;

    private static readonly Gen<string> TimeOfDay = Gen.Select(Values(0, 59), Values(0, 59), Values(0, 23)).Select(
        (second, minute, hour) => $"{second} {minute} {hour}");

    private static readonly Gen<string> Month = Gen.OneOf(
        Gen.Const("*"), Values(1, 12), Gen.OneOfConst("JAN", "feb", "MAR-JUN", "NOV-FEB", "JAN,JUL"));

    private static readonly Gen<string> DayOfMonth = Gen.OneOf(
        Gen.Const("*"), Values(1, 31), Gen.OneOfConst("L", "LW", "L-3", "L-10W", "1W,15", "L,1", "L-3,L", "15,28W,LW"),
        Gen.Int[1, 28].Select(day => $"{day}W"));

    private static readonly Gen<string> DayOfWeek = Gen.OneOf(
        Gen.Const("*"), Values(1, 7),
        Gen.OneOfConst("L", "6L", "FRI", "MON-FRI", "FRI-MON", "SAT,SUN", "MON#1", "6#3", "2#5"));

    private static readonly Gen<string> Year = Gen.OneOf(
        Gen.Const("*"), Gen.Const(""), Values(2024, 2040), Gen.OneOfConst("2030-2040/5", "2026"));

    private static readonly Gen<string> Expression = Gen.Select(
        TimeOfDay, Month, Gen.OneOf(DayOfMonth.Select(day => (day, "?")), DayOfWeek.Select(day => ("?", day))), Year,
        (time, month, day, year) => $"{time} {day.Item1} {month} {day.Item2} {year}".TrimEnd());

    private static readonly Gen<string> Daily = Gen.Select(Values(0, 59), Values(0, 23), DayOfWeek).Select(
        (minute, hour, day) => $"0 {minute} {hour} ? * {day}");

    /// <summary>Without seconds, of which a day has too many.</summary>
    private static readonly Gen<string> OnTheMinute = Expression.Select(text => "0" + text[text.IndexOf(' ')..]);

    private static readonly Gen<DateTimeOffset> Start = Gen.Int[0, 3000].Select(
        Gen.Int[0, 86399],
        (day, second) => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day).AddSeconds(second));

    [Fact]
    public void FireTimes_AreThoseOfQuartz()
    {
        var silent = 0;
        Gen.Select(Expression, Start).Sample(
            (text, start) =>
            {
                var ours = CronSchedule.Parse(text).After(start, TimeZoneInfo.Utc).Take(Times)
                    .Select(fire => fire.Time).ToList();
                Assert.Equal(OfQuartz(text, start, TimeZoneInfo.Utc).Take(Times), ours);
                if (ours.Count == 0) Interlocked.Increment(ref silent);
            },
            iter: 10_000);

        Assert.NotEqual(0, silent); // some never fire
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T01:00Z", "2026-10-25T01:00Z")]
    [InlineData("America/New_York", "2026-03-08T07:00Z", "2026-11-01T06:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T15:30Z", "2026-04-04T15:00Z")] // by half an hour
    [InlineData("America/St_Johns", "2026-03-08T05:30Z", "2026-11-01T04:30Z")] // half an hour beside the others
    public void Around_a_change_of_clocks_only_the_changed_hours_differ(string zone, string forward, string back)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var changes = Gen.OneOfConst(forward, back)
            .Select(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
        Gen.Select(Gen.OneOf(Daily, OnTheMinute), changes).Sample(
            (text, change) =>
            {
                var (start, end) = (change.AddDays(-1), change.AddDays(2));
                var ours = CronSchedule.Parse(text).After(start, clock).Select(fire => fire.Time)
                    .TakeWhile(time => time < end);
                Assert.Equal(Outside(OfQuartz(text, start, clock).TakeWhile(time => time < end)), Outside(ours));

                DateTimeOffset[] Outside(IEnumerable<DateTimeOffset> times) =>
                    [.. times.Where(time => (time - change).Duration() > TimeSpan.FromHours(1))];
            },
            iter: 1000);
    }

    private static IEnumerable<DateTimeOffset> OfQuartz(string text, DateTimeOffset start, TimeZoneInfo zone)
    {
        var cron = new CronExpression(text, zone);
        while (cron.GetNextValidTimeAfter(start) is { Year: <= CronSchedule.LastYear } time) yield return start = time;
    }

    /// <summary>A list of numbers, ranges and steps.</summary>
    private static Gen<string> Values(int least, int most)
    {
        var number = Gen.Int[least, most];
        var wraps = least < 1970;
        var item = Gen.OneOf(
            number.Select(value => $"{value}"),
            Gen.Select(number, number).Where(pair => wraps || pair.Item1 <= pair.Item2)
                .Select(pair => $"{pair.Item1}-{pair.Item2}"),
            Gen.Select(number, Gen.Int[1, 7]).Select(pair => $"{pair.Item1}/{pair.Item2}"),
            Gen.Int[1, 7].Select(step => $"*/{step}"));
        return item.Array[1, 3].Select(items => string.Join(",", items));
    }
}
