using System;
using System.Globalization;
using System.Linq;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Tests.Schedules;

/// <summary>Fire times around clock changes, as Quartz for Java has them.</summary>
public class ZoneClockTests
{
    [Theory]
    // Spring: a time that the clock skips does not fire.
    [InlineData("0 30 2 * * ? *", "Europe/Berlin", "2026-03-28 12:00 +01:00", "2026-03-30 02:30 +02:00")]
    [InlineData("0 0/30 * * * ? *", "Europe/Berlin", "2026-03-29 01:00 +01:00",
        "2026-03-29 01:30 +01:00", "2026-03-29 03:00 +02:00", "2026-03-29 03:30 +02:00")]
    [InlineData("0 30 1,2,3 * * ? *", "America/New_York", "2026-03-08 00:00 -05:00",
        "2026-03-08 01:30 -05:00", "2026-03-08 03:30 -04:00")]
    [InlineData("0 15 2 * * ? *", "Australia/Lord_Howe", "2026-10-03 12:00 +10:30", "2026-10-05 02:15 +11:00")]
    [InlineData("0 45 2 * * ? *", "Australia/Lord_Howe", "2026-10-03 12:00 +10:30", "2026-10-04 02:45 +11:00")]
    // Autumn: a time that the clock repeats fires once, the second time.
    [InlineData("0 30 2 * * ? *", "Europe/Berlin", "2026-10-24 12:00 +02:00",
        "2026-10-25 02:30 +01:00 ?", "2026-10-26 02:30 +01:00")]
    [InlineData("0 30 2 * * ? *", "Europe/Berlin", "2026-10-25 02:45 +02:00", "2026-10-25 02:30 +01:00 ?")]
    [InlineData("0 30 2 * * ? *", "Europe/Berlin", "2026-10-25 02:30 +01:00", "2026-10-26 02:30 +01:00")]
    [InlineData("0 0/30 * * * ? *", "Europe/Berlin", "2026-10-25 01:30 +02:00",
        "2026-10-25 02:00 +01:00 ?", "2026-10-25 02:30 +01:00 ?", "2026-10-25 03:00 +01:00")]
    [InlineData("0 0/30 * * * ? *", "America/New_York", "2026-11-01 00:30 -04:00",
        "2026-11-01 01:00 -05:00 ?", "2026-11-01 01:30 -05:00 ?", "2026-11-01 02:00 -05:00")]
    [InlineData("0 0/15 * * * ? *", "Australia/Lord_Howe", "2026-04-05 01:15 +11:00",
        "2026-04-05 01:30 +10:30 ?", "2026-04-05 01:45 +10:30 ?", "2026-04-05 02:00 +10:30")]
    public void FireTimes_AroundAClockChange(string cron, string zone, string after, params string[] times) =>
        Assert.Equal(times, FireTimes.Of(cron, zone, after, times.Length));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29 02:00 2026-03-29 03:00")]
    [InlineData("America/New_York", "2026-03-08 02:00 2026-03-08 03:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04 02:00 2026-10-04 02:30")]
    [InlineData("America/Santiago", "2026-09-06 00:00 2026-09-06 01:00")]
    [InlineData("Asia/Shanghai", "")]
    [InlineData("UTC", "")]
    public void Gaps_OfAYear(string zone, string gaps) => Assert.Equal(
        gaps,
        string.Join(" ", ZoneClock.GapsAfter(new DateTime(2026, 1, 1), TimeZoneInfo.FindSystemTimeZoneById(zone))
            .SelectMany(gap => new[] { gap.Start, gap.End })
            .Select(time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))));
}
