using BatchFlows.Model.Flows;

namespace BatchFlows.Model.Tests;

public class ScheduleWordsTests
{
    [Theory]
    [InlineData("0 30 1 * * ? *", "daily 01:30")]
    [InlineData("0 30 1 ? * *", "daily 01:30")]
    [InlineData("0 0/5 * * * ? *", "every 5 min")]
    [InlineData("0 */15 * * * ?", "every 15 min")]
    [InlineData("0 * * * * ? *", "every minute")]
    [InlineData("0 0/1 * * * ? *", "every minute")]
    [InlineData("0 10 * * * ? *", "hourly at :10")]
    [InlineData("0 5 0/6 * * ? *", "every 6 h at :05")]
    [InlineData("0 0 6 ? * MON *", "Mon 06:00")]
    [InlineData("0 0 6 ? * mon-FRI *", "Mon-Fri 06:00")]
    [InlineData("0 0 6 ? * TUE,THU *", "Tue,Thu 06:00")]
    [InlineData("0 0 3 1 * ? *", "day 1, 03:00")]
    public void A_simple_cron_expression_is_put_in_words(string cron, string words) =>
        Assert.Equal(words, ScheduleWords.Of(FlowType.Periodic, cron));

    [Theory]
    [InlineData("0 0/7 * * * ? *")] // the last interval of the hour is shorter
    [InlineData("0 1/5 * * * ? *")]
    [InlineData("0 0 0/5 * * ? *")]
    [InlineData("30 0 1 * * ? *")]
    [InlineData("0 0 1 * 1 ? *")]
    [InlineData("0 0 1 * * ? 2027")]
    [InlineData("0 0 6 ? * 2 *")] // which day that is, libraries disagree about
    [InlineData("0 0 6 ? * MON#1 *")]
    [InlineData("0 0 6 ? * XYZ *")]
    [InlineData("0 0 3 L * ? *")]
    [InlineData("0 0 3 32 * ? *")]
    [InlineData("0 0 25 * * ? *")]
    [InlineData("0 0 3 1 * MON *")]
    [InlineData("0 0 1,13 * * ? *")]
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
