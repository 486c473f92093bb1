using System;
using System.Linq;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Tests.Schedules;

public class CronScheduleTests
{
    [Theory]
    [InlineData("", "it has 0 fields, not 6 or 7")]
    [InlineData("0", "it has 1 field, not 6 or 7")]
    [InlineData(
        "0 3 * * *",
        "it has 5 fields, not 6 or 7; a Unix expression lacks the seconds, and one of its days must be a question mark")]
    [InlineData("0 0 0 * * ? * *", "it has 8 fields, not 6 or 7")]
    [InlineData("60 0 0 * * ? *", "the field 'second' contains '60', which is not a number from 0 to 59")]
    [InlineData(
        "0 99999999999 0 * * ? *", "the field 'minute' contains '99999999999', which is not a number from 0 to 59")]
    [InlineData("0 0 24 * * ? *", "the field 'hour' contains '24', which is not a number from 0 to 23")]
    [InlineData("0 0 0 32 * ? *", "the field 'day of month' contains '32', which is not a number from 1 to 31")]
    [InlineData("0 0 0 0 * ? *", "the field 'day of month' contains '0', which is not a number from 1 to 31")]
    [InlineData("0 0 0 32W * ? *", "the field 'day of month' contains '32', which is not a number from 1 to 31")]
    [InlineData("0 0 0 L-31 * ? *", "the field 'day of month' contains 'L-31', whose offset is more than 30")]
    [InlineData(
        "0 0 0 L-99999999999 * ? *", "the field 'day of month' contains 'L-99999999999', whose offset is more than 30")]
    [InlineData("0 0 0 * 13 ? *", "the field 'month' contains '13', which is not a number from 1 to 12")]
    [InlineData("0 0 0 * ABC ? *", "the field 'month' contains 'ABC', which is not a number or an English name")]
    [InlineData("0 0 0 * J ? *", "the field 'month' contains 'J', which is not a number or an English name")]
    [InlineData("0 0 0 ? * 8 *", "the field 'day of week' contains '8', which is not a number from 1 to 7")]
    [InlineData(
        "0 0 0 ? * 6#6 *", "the field 'day of week' contains '6#6', but a month has the same weekday 1 to 5 times")]
    [InlineData("0 0 0 ? * 2,6#3 *", "the field 'day of week' contains '6#3', which cannot be in a list")]
    [InlineData("0 0 0 ? * FRIL,MON *", "the field 'day of week' contains 'FRIL', which cannot be in a list")]
    [InlineData(
        "0 0 0 ? * MON,L *", "the field 'day of week' contains 'L', which cannot be in a list")] // as Quartz refuses it
    [InlineData("0 0 0 ? * MO *", "the field 'day of week' contains 'MO', which is not a number or an English name")]
    [InlineData("0 0 0 * * * *", "one of the fields 'day of month' and 'day of week' must be a question mark")]
    [InlineData("0 0 0 ? * ? *", "both the day of month and the day of week are question marks")]
    [InlineData(
        "0 0 ? * * ? *", "the field 'hour' cannot be a question mark; only a day of month or a day of week can")]
    [InlineData("0 0 ABC * * ? *", "the field 'hour' contains 'ABC', which is not a number")]
    [InlineData("0 0/0 0 * * ? *", "the field 'minute' has the step '0', which is not a number from 1 to 59")]
    [InlineData("0 1,,2 0 * * ? *", "the field 'minute' has an empty item in its list")]
    [InlineData("0 1-2-3 0 * * ? *", "the field 'minute' contains '1-2-3', which is not a value")]
    [InlineData("0 -1 0 * * ? *", "the field 'minute' contains '-1', which is not a value")]
    [InlineData("0 0 0 L-3\n * ? *", "the field 'day of month' contains 'L-3 ', which is not a value")]
    [InlineData("0 / 0 * * ? *", "the field 'minute' contains '/', which is not a value")]
    [InlineData("0 \u0661 0 * * ? *", "the field 'minute' contains '\u0661', which is not a value")]
    [InlineData("0 0 0 * * ? 1969", "the field 'year' contains '1969', which is not a number from 1970 to 2199")]
    [InlineData("0 0 0 * * ? 2030-2020", "the field 'year' contains '2030-2020', which ends before it begins")]
    public void WrongExpression_IsRefusedWithItsFieldAndReason(string text, string reason) =>
        Assert.Equal(reason, Assert.Throws<FormatException>(() => CronSchedule.Parse(text)).Message);

    [Theory]
    [InlineData("0 0 0 ? JANUARY SUNDAY *", "0 0 0 ? 1 1 *")]
    [InlineData("0 0 0 ? jan mon-fri", "0 0 0 ? 1 2-6 *")]
    [InlineData("0\t/5  0 * * ?", "0 0/5 0 * * ? *")]
    [InlineData("0 0 22-2 ? * SAT-MON *", "0 0 22,23,0,1,2 ? * 7,1,2 *")]
    [InlineData("0 0 0 ? * L *", "0 0 0 ? * 7 *")]
    [InlineData("0 0 0 ? * FRIL *", "0 0 0 ? * 6L *")]
    [InlineData("0 0 0 015W,L-00W * ? *", "0 0 0 15W,LW * ? *")]
    public void Spellings_OfOneScheduleFireTogether(string text, string same) =>
        Assert.Equal(Times(same, "2026-01-01 00:00"), Times(text, "2026-01-01 00:00"));

    [Theory]
    [InlineData("0 0 0 31 2 ? *")]
    [InlineData("0 0 0 29 2 ? 2027")]
    [InlineData("0 0 0 1 1 ? 2025")]
    [InlineData("0 0 0 1 1 ? 2100-2110")]
    public void ScheduleWithoutTimeBeforeTheHorizon_NeverFires(string text) =>
        Assert.Empty(Times(text, "2026-01-01 00:00"));

    [Theory]
    [InlineData("0 0 0 1 1 ? 2098/1", "2099-01-01 00:00 +00:00")]
    [InlineData("0 0 0 31 12 ? *", "2098-12-31 00:00 +00:00", "2099-12-31 00:00 +00:00")]
    public void FireTimes_EndWithTheLastYear(string text, params string[] times) =>
        Assert.Equal(times, Times(text, "2098-12-30 12:00"));

    /// <summary>The 15th of August 2026 is a Saturday, and that of July a Wednesday.</summary>
    [Fact]
    public void DayMovedOffAWeekend_IsDoubtfulWhenItFiresMoreThanOnce()
    {
        Assert.Equal(
            [
                "2026-07-15 08:00 +00:00", "2026-07-15 20:00 +00:00", "2026-08-14 08:00 +00:00 ?",
                "2026-08-14 20:00 +00:00 ?"],
            Times("0 0 8,20 15W * ? *", "2026-07-01 00:00").Take(4));
        Assert.Equal("2026-08-14 08:00 +00:00", Times("0 0 8 15W * ? *", "2026-08-01 00:00").First());
        Assert.Equal(
            ["2026-05-29 08:00 +00:00 ?", "2026-05-29 20:00 +00:00 ?", "2026-06-30 08:00 +00:00"],
            Times("0 0 8,20 LW * ? *", "2026-05-01 00:00").Take(3));
        Assert.Equal("2026-05-27 08:00 +00:00", Times("0 0 8,20 L-4W * ? *", "2026-05-01 00:00").First());
    }

    [Fact]
    public void DayThatAMonthLacks_DoesNotFireInIt() => Assert.Equal(
        ["2027-01-29 00:00 +00:00", "2027-03-31 00:00 +00:00"], Times("0 0 0 31W * ? *", "2027-01-01 00:00").Take(2));

    private static string[] Times(string text, string after) => FireTimes.Of(text, "UTC", $"{after} +00:00", 20);
}
