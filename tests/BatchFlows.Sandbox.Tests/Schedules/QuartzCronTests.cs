using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Quartz;

namespace BatchFlows.Sandbox.Tests;

public class QuartzCronTests
{
    private const int Times = 8;

    private static readonly Gen<string> Day = Gen.OneOf(
        Gen.OneOf(
            Gen.OneOfConst("*", "L", "LW", "L-3", "1W,15", "L,1", "15,28W,LW", "1-5", "25-4"), Values(1, 28),
            Gen.Int[1, 28].Select(day => $"{day}W"))
            .Select(day => $"{day} MONTH ?"),
        Gen.OneOf(
            Gen.OneOfConst("*", "L", "6L", "friL", "FRI", "MON-FRI", "FRI-MON", "SAT,SUN", "MON#1", "6#3", "2/2"),
            Values(1, 7))
            .Select(day => $"? MONTH {day}"));

    private static readonly Gen<string> Expression = Gen.Select(
        Gen.Select(Values(0, 59), Values(0, 59), Values(0, 23)),
        Gen.OneOf(Gen.OneOfConst("*", "JAN", "feb", "MAR-JUN", "NOV-FEB", "january,JUL"), Values(1, 12)),
        Day,
        Gen.OneOfConst("", "*", "2026", "2026-2040/5", "2030,2040", "2027-2033"),
        (time, month, day, year) =>
            $"{time.Item1} {time.Item2} {time.Item3} {day.Replace("MONTH", month, StringComparison.Ordinal)} {year}"
                .TrimEnd());

    private static readonly Gen<DateTimeOffset> Start = Gen.Int[0, 3000].Select(
        Gen.Int[0, 86399], (day, second) => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)
            .AddDays(day).AddSeconds(second));

    [Fact]
    public void Fires_when_Quartz_does() => Gen.Select(Expression, Start).Sample(
        (text, start) => Assert.Equal(OfQuartz(text, start), Ours(text, start, TimeSpan.Zero)), iter: 3000);

    [Fact]
    public void Fires_by_the_clock_of_the_server() =>
        Assert.Equal(
            [new DateTimeOffset(2026, 5, 3, 22, 30, 0, TimeSpan.Zero)],
            Ours("0 30 6 4 5 ? 2026", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(8)));

    [Theory]
    [InlineData("")]
    [InlineData("0 0 * * *")]
    [InlineData("0 0 0 * * * *")]
    [InlineData("0 0 0 ? * ? *")]
    [InlineData("0 0 0 ? * 8 *")]
    [InlineData("0 0 0 ? * 0 *")]
    [InlineData("0 0 0 ? * , *")]
    [InlineData("0 0 0 ? * L# *")]
    [InlineData("0 0 0 32 * ? *")]
    [InlineData("0 0 99999999999 1 * ? *")]
    [InlineData("0 0 0 1 * ? 99999999999")]
    [InlineData("0 0 0 1 * ? 1960")]
    [InlineData("0 0 0 30 2 ? *")]
    public void What_cannot_be_read_or_does_not_exist_never_fires(string text) =>
        Assert.Empty(Ours(text, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.Zero));

    private static List<DateTimeOffset> Ours(string text, DateTimeOffset start, TimeSpan zone)
    {
        var cron = QuartzCron.Read(text);
        var times = new List<DateTimeOffset>();
        while (times.Count < Times
            && cron.Next(start, new(2099, 12, 31, 23, 59, 59, TimeSpan.Zero), zone) is { } next)
            times.Add(start = next);
        return times;
    }

    private static List<DateTimeOffset> OfQuartz(string text, DateTimeOffset start)
    {
        var cron = new CronExpression(text, TimeZoneInfo.Utc);
        var times = new List<DateTimeOffset>();
        while (times.Count < Times && cron.GetNextValidTimeAfter(start) is { Year: < 2100 } next)
            times.Add(start = next);
        return times;
    }

    private static Gen<string> Values(int least, int most)
    {
        var number = Gen.Int[least, most];
        return Gen.OneOf(
            number.Select(value => $"{value}"),
            Gen.Select(number, number, (from, to) => $"{from}-{to}"),
            Gen.Select(number, Gen.Int[1, 7], (from, step) => $"{from}/{step}"),
            Gen.Int[1, 7].Select(step => $"*/{step}"))
            .Array[1, 3].Select(items => string.Join(",", items));
    }
}
