using System;
using System.Linq;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Model.Schedules;

namespace BatchFlows.Analysis.Tests.Schedules;

/// <summary>What went wrong in other schedulers and in other words for their expressions, by public report.</summary>
public class PublicScheduleReportTests
{
    [Theory]
    [InlineData("0 0 12 15W * ?", "UTC", "2024-05-15 12:00 +00:00", "2024-06-14 12:00 +00:00")] // quartznet 2331
    [InlineData("0 0 12 31W * ?", "UTC", "2024-01-31 12:00 +00:00", "2024-03-29 12:00 +00:00")] // quartznet 2330
    [InlineData(
        "0 0 9 16W,2 * ?", "UTC", "2026-08-01 00:00 +00:00", "2026-08-02 09:00 +00:00",
        "2026-08-17 09:00 +00:00")] // quartznet 3140
    [InlineData(
        "0 0 9 L-1,L-2 * ?", "UTC", "2026-02-01 00:00 +00:00", "2026-02-26 09:00 +00:00", "2026-02-27 09:00 +00:00")]
    [InlineData(
        "0 0 23 L * ?", "UTC", "2025-08-29 00:00 +00:00", "2025-08-31 23:00 +00:00",
        "2025-09-30 23:00 +00:00")] // quartz 1392
    [InlineData(
        "0 35 9 ? * 3", "UTC", "2024-02-06 00:00 +00:00", "2024-02-06 09:35 +00:00")] // quartznet 2273: a Tuesday
    [InlineData("0 0 0 ? * L *", "UTC", "2016-12-22 00:00 +00:00", "2016-12-24 00:00 +00:00")] // cron-utils 142
    [InlineData(
        "0 0 9 ? * 2/2", "UTC", "2026-11-01 12:00 +00:00", "2026-11-02 09:00 +00:00", "2026-11-04 09:00 +00:00",
        "2026-11-06 09:00 +00:00", "2026-11-09 09:00 +00:00")] // cron-parser 438
    [InlineData(
        "0 0 8 ? * 1-7/2", "UTC", "2026-11-01 12:00 +00:00", "2026-11-03 08:00 +00:00", "2026-11-05 08:00 +00:00",
        "2026-11-07 08:00 +00:00")] // dbos 1317
    [InlineData(
        "0 33 20 2 1/2 ? *", "UTC", "2020-01-26 00:00 +00:00", "2020-03-02 20:33 +00:00",
        "2020-05-02 20:33 +00:00")] // quartznet 823
    [InlineData("0 30 1 ? * MON-SUN", "UTC", "2012-01-27 12:23 +00:00", "2012-01-28 01:30 +00:00")] // NCrontab 6
    [InlineData("*/30 * 23,0,1,2 ? * 2-6", "UTC", "2023-08-31 14:40 +00:00", "2023-08-31 23:00 +00:00")] // NCrontab 117
    [InlineData("0 0 0 29 2 ?", "UTC", "2021-12-07 12:00 +00:00", "2024-02-29 00:00 +00:00")] // ccronexpr 32
    [InlineData(
        "0 0 0 1 * ? *", "America/New_York", "2026-07-15 00:00 -04:00", "2026-08-01 00:00 -04:00")] // quartznet 3135
    [InlineData(
        "0 0 17 * * ?", "America/New_York", "2016-03-12 17:00 -05:00", "2016-03-13 17:00 -04:00")] // cron-utils 61
    [InlineData(
        "0 11 7 ? * *", "America/New_York", "2017-11-04 08:00 -04:00", "2017-11-05 07:11 -05:00")] // quartznet 587
    [InlineData("0 0 12 ? * SUN", "Europe/Berlin", "2022-03-24 12:00 +01:00", "2022-03-27 12:00 +02:00")] // cronie 218
    [InlineData(
        "0 10 2 * * ?", "Europe/Berlin", "2021-03-28 01:09 +01:00",
        "2021-03-29 02:10 +02:00")] // spring-framework 26830
    [InlineData(
        "0 55 * * * ?", "Europe/Belgrade", "2026-03-29 23:55 +02:00", "2026-03-30 00:55 +02:00")] // node-cron 510
    [InlineData("0 0 * * * ?", "UTC", "2025-10-05 02:00 +00:00", "2025-10-05 03:00 +00:00")] // croner 284
    [InlineData("0 0 8 * * ?", "Asia/Seoul", "2026-08-06 00:00 +09:00", "2026-08-06 08:00 +09:00")] // airflow 71243
    [InlineData("0 0 2 ? * SUN", "Europe/Berlin", "2024-10-27 02:30 +02:00", "2024-10-27 02:00 +01:00 ?")] // Cronos 71
    public void FireTimes_AreRightWhereOthersWere(string cron, string zone, string after, params string[] times) =>
        Assert.Equal(times, FireTimes.Of(cron, zone, after, times.Length));

    /// <summary>quartznet 2475: from within the repeated hour, the trigger fired without end.</summary>
    [Theory]
    [InlineData("2023-10-29T00:58Z")]
    [InlineData("2023-10-29T01:10Z")]
    [InlineData("2023-10-29T01:59:30Z")]
    public void Each_time_is_later_than_the_one_before(string start)
    {
        var at = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        var schedule = CronSchedule.Parse("0 * * * * ?");
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        for (var i = 0; i < 200; i++)
        {
            var next = schedule.After(at, zone).First().Time;

            Assert.InRange(
                next - at, TimeSpan.FromTicks(1), i == 0 ? TimeSpan.FromMinutes(62) : TimeSpan.FromMinutes(1));
            at = next;
        }
    }

    [Theory]
    [InlineData("0 0 0 30 2 ?")] // cron-plus 110, cron-utils 310 and 329, node-cron 79: endless
    [InlineData("0 0 0 31 11 ?")] // fugit 20
    [InlineData("0 0 0 31 4,6,9,11 ?")]
    [InlineData("0 0 0 L-30 2 ?")]
    public void A_date_that_never_comes_ends_the_search(string cron) =>
        Assert.Empty(CronSchedule.Parse(cron).After(new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc));

    [Theory]
    [InlineData("* 0 * * * ?", "* 0 * * * ?")] // cron-utils 439: empty
    [InlineData("* 2,1/31 * * * ?", "* 2,1/31 * * * ?")] // cron-utils 440: 'at and 2 minutes'
    [InlineData("0 38 20 ? * 1,3,4-7", "daily 20:38, except Monday")] // cron-descriptor 6: failed
    [InlineData("0 15 6,10-20 * * ?", "0 15 6,10-20 * * ?")] // cron-descriptor 14: failed
    [InlineData("0 2,26-28 18 * * ?", "daily 18:02, 18:26, 18:27, 18:28")] // cron-expression-descriptor 22: failed
    [InlineData("0 0 0 ? * MON-FRI *", "Mon-Fri 00:00")] // cron-utils 105: Tuesday to Saturday
    [InlineData("0 0 6 ? * 2-6/2", "Mon,Wed,Fri 06:00")] // cron-expression-descriptor 59: 'every 1 days'
    [InlineData("0 0 0/1 ? * 2/1", "hourly at :00, except Sunday")] // cRonstrue 127
    [InlineData("0 0 6 ? * 2#4", "4th Mon 06:00")] // cron-expression-descriptor 196: without which one
    [InlineData(
        "0 */30 10-19 ? * MON,TUE,WED,THU,FRI *", "Mon-Fri every 30 min 10:00-19:30")] // cRonstrue 287: until 19:59
    [InlineData("0 12 4 ? * *", "daily 04:12")] // cRonstrue 101: without how often
    [InlineData("* 22 14 2 4 ?", "* 22 14 2 4 ?")] // odc 2139: without its seconds
    [InlineData("0 0 10 10 * *", "0 0 10 10 * *")] // voidburn 15: words for a wrong one
    [InlineData("0 0 7/0 21 4/4,5 ?", "0 0 7/0 21 4/4,5 ?")] // cron-expression-descriptor 152
    public void Words_SayWhatItIs(string cron, string words) =>
        Assert.Equal(words, ScheduleWords.Of(FlowType.Periodic, cron));
}
