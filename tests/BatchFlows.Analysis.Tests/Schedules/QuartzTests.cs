using System;
using System.Linq;
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
        Gen.Const("*"), Values(1, 7), Gen.OneOfConst("L", "6L", "FRI", "MON-FRI", "FRI-MON", "SAT,SUN", "MON#1", "6#3", "2#5"));

    private static readonly Gen<string> Year = Gen.OneOf(
        Gen.Const("*"), Gen.Const(""), Values(2024, 2040), Gen.OneOfConst("2030-2040/5", "2026"));

    private static readonly Gen<string> Expression = Gen.Select(
        TimeOfDay, Month, Gen.OneOf(DayOfMonth.Select(day => (day, "?")), DayOfWeek.Select(day => ("?", day))), Year,
        (time, month, day, year) => $"{time} {day.Item1} {month} {day.Item2} {year}".TrimEnd());

    private static readonly Gen<DateTimeOffset> Start = Gen.Int[0, 3000].Select(
        Gen.Int[0, 86399],
        (day, second) => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day).AddSeconds(second));

    [Fact]
    public void FireTimes_AreThoseOfQuartz() => Gen.Select(Expression, Start).Sample(
        (text, start) =>
        {
            var ours = CronSchedule.Parse(text).After(start, TimeZoneInfo.Utc).Take(Times).Select(fire => fire.Time);
            Assert.Equal(OfQuartz(text, start), ours);
        },
        iter: 2000);

    private static DateTimeOffset[] OfQuartz(string text, DateTimeOffset start)
    {
        var cron = new CronExpression(text, TimeZoneInfo.Utc);
        return [.. Enumerable.Range(0, Times)
            .Select(_ => cron.GetNextValidTimeAfter(start) is { Year: <= CronSchedule.LastYear } time ? start = time : (DateTimeOffset?)null)
            .OfType<DateTimeOffset>()];
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
