using BatchFlows.Model.Schedules;

namespace BatchFlows.Model.Tests;

public class ScheduleWordsTests
{
    [Theory]
    [InlineData("0 30 1 * * ? *", "daily 01:30")]
    [InlineData("0 30 1 ? * *", "daily 01:30")]
    [InlineData("0 30 1 ? * SUN-SAT", "daily 01:30")]
    [InlineData("0 30 1 1/1 * ? *", "daily 01:30")]
    [InlineData("0 0 1,13 * * ? *", "daily 01:00, 13:00")]
    [InlineData("0 0/30 8 * * ? *", "daily 08:00, 08:30")]
    [InlineData("30 0 1 * * ? *", "daily 01:00:30")]
    [InlineData("* * * * * ?", "every second")]
    [InlineData("0/10 * * * * ? *", "every 10 s")]
    [InlineData("0 0/5 * * * ? *", "every 5 min")]
    [InlineData("0 1/5 * * * ? *", "every 5 min from :01")]
    [InlineData("0 */15 * * * ?", "every 15 min")]
    [InlineData("0 * * * * ? *", "every minute")]
    [InlineData("0 0/1 * * * ? *", "every minute")]
    [InlineData("0 10 * * * ? *", "hourly at :10")]
    [InlineData("0 0,20 * * * ? *", "hourly at :00, :20")]
    [InlineData("0 0 0/12 * * ? *", "every 12 h at :00")]
    [InlineData("0 5 0/6 * * ? *", "every 6 h at :05")]
    [InlineData("0 5 1/2 * * ? *", "every 2 h from 01:05")]
    [InlineData("0 0 6 ? * MON *", "Mon 06:00")]
    [InlineData("0 0 6 ? * 2 *", "Mon 06:00")] // as Quartz counts, and so do the times
    [InlineData("0 0 6 ? * L *", "Sat 06:00")]
    [InlineData("0 0 6 ? * mon-FRI *", "Mon-Fri 06:00")]
    [InlineData("0 0 6 ? * TUE,THU *", "Tue,Thu 06:00")]
    [InlineData("0 0 6 ? * SUN,MON-WED *", "Sun-Wed 06:00")]
    [InlineData("0 0 6 ? * FRI-MON *", "Fri-Mon 06:00")]
    [InlineData("0 0 6 ? * SUN,WED *", "Wed,Sun 06:00")]
    [InlineData("0 0 6 ? * 2-6/2 *", "Mon,Wed,Fri 06:00")]
    [InlineData("0 0 6 ? * MON#1 *", "1st Mon 06:00")]
    [InlineData("0 0 6 ? * 5#4 *", "4th Thu 06:00")]
    [InlineData("0 0 6 ? * FRIL *", "last Fri 06:00")]
    [InlineData("0 0 3 1 * ? *", "day 1, 03:00")]
    [InlineData("0 0 3 1,15 * ? *", "days 1,15, 03:00")]
    [InlineData("0 0 3 1-7 * ? *", "days 1-7, 03:00")]
    [InlineData("0 0 3 L * ? *", "last day, 03:00")]
    [InlineData("0 0 3 1,L * ? *", "day 1 and last day, 03:00")]
    [InlineData("0 0 3 LW * ? *", "last weekday, 03:00")]
    [InlineData("0 0 3 L-1 * ? *", "1 day before the last, 03:00")]
    [InlineData("0 0 3 15W * ? *", "weekday nearest 15, 03:00")]
    [InlineData("0 0 1 * 1 ? *", "daily 01:00 in Jan")]
    [InlineData("0 0 1 1 NOV-FEB,6 ? *", "day 1, 01:00 in Nov-Feb,Jun")]
    [InlineData("0 0 1 * * ? 2027", "daily 01:00 in 2027")]
    [InlineData("0 0 1 5 MAR ? 2027-2029", "day 5, 01:00 in Mar in 2027-2029")]
    [InlineData("0 0 1 * * ? 2027/1", "daily 01:00 from 2027")]
    [InlineData("0 0 1 * * ? */1", "daily 01:00")]
    [InlineData("0 0 1 * * ? *-2030", "0 0 1 * * ? *-2030")]
    [InlineData("0 0/15 8-17 ? * MON-FRI *", "Mon-Fri every 15 min 08:00-17:45")]
    [InlineData("0 0 8-17 * * ? *", "hourly 08:00-17:00")]
    [InlineData("0 0 22-5 * * ? *", "hourly 22:00-05:00")]
    public void A_cron_expression_is_put_in_words(string cron, string words) =>
        Assert.Equal(words, ScheduleWords.Of(FlowType.Periodic, cron));

    [Theory]
    [InlineData("0 30 1 ? * MON-SAT *", "daily 01:30, except Sunday")]
    [InlineData("0 30 1 ? * THU-TUE *", "daily 01:30, except Wednesday")]
    [InlineData("0 30 1 ? * MON,WED,THU,SAT,SUN *", "daily 01:30, except Tue and Fri")]
    [InlineData("0 30 1 2-31 * ? *", "daily 01:30, except day 1")]
    [InlineData("0 30 1 2-30 * ? *", "daily 01:30, except days 1 and 31")]
    [InlineData("0 0 5-1 * * ? *", "hourly, except 02:00-04:00")]
    [InlineData("0 0 0-1,5-23 * * ? *", "hourly, except 02:00-04:00")]
    [InlineData("0 10 5-1 * * ? *", "hourly at :10, except 02:10-04:10")]
    [InlineData("0 0/15 5-1 * * ? *", "every 15 min, except 02:00-04:45")]
    [InlineData("0 0 1-23 * * ? *", "hourly, except 00:00")]
    [InlineData("0 0 0-2,4-12,14-23 * * ? *", "hourly, except 03:00, 13:00")]
    [InlineData("0 30 1 * SEP-JUL ? *", "daily 01:30, except in August")]
    [InlineData("0 30 1 * SEP-JUN ? *", "daily 01:30, except in Jul and Aug")]
    [InlineData("0 0/5 * ? SEP-JUL MON-SAT *", "every 5 min, except Sunday and in August")]
    [InlineData("0 0 3 L 1-7,9-12 ? *", "last day, 03:00, except in August")]
    public void What_lists_nearly_all_is_said_by_its_exceptions(string cron, string words) =>
        Assert.Equal(words, ScheduleWords.Of(FlowType.Periodic, cron));

    [Theory]
    [InlineData("0 0/7 * * * ? *")] // the last interval of the hour is shorter
    [InlineData("0 0 0/5 * * ? *")]
    [InlineData("15 0/5 * * * ? *")]
    [InlineData("0 0 1 1/2 * ? *")]
    [InlineData("0 0 3 15W * ? 2027,2029,2031,2033")] // would be too long
    [InlineData("0 0 6 ? * XYZ *")]
    [InlineData("0 0 3 32 * ? *")]
    [InlineData("0 0 25 * * ? *")]
    [InlineData("0 0 3 1 * MON *")]
    [InlineData("0 30 1 * * *")] // neither of the days is a question mark
    [InlineData("0 0/0 * * * ? *")]
    [InlineData("30 1 * * *")]
    [InlineData("daily")]
    public void Another_one_is_shown_as_it_is(string cron) =>
        Assert.Equal(cron, ScheduleWords.Of(FlowType.Periodic, cron));

    [Theory]
    [InlineData(FlowType.Manual, "0 30 1 * * ? *", "manual")]
    [InlineData(FlowType.Temporary, null, "temporary")]
    [InlineData(FlowType.Periodic, null, "")]
    [InlineData(FlowType.Periodic, " ", "")]
    [InlineData((FlowType)7, "0 30 1 * * ? *", "daily 01:30")]
    [InlineData(null, "0 30 1 * * ? *", "daily 01:30")]
    public void The_type_decides_whether_the_expression_counts(FlowType? type, string? cron, string words) =>
        Assert.Equal(words, ScheduleWords.Of(type, cron));
}
