using System;
using System.Linq;
using BatchFlows.Analysis.Comparison;

namespace BatchFlows.Analysis.Tests;

/// <summary>A change of a schedule shows when it fires, in the server's zone.</summary>
public class NextRunsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 23, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Five_runs_before_and_after_are_shown_in_the_zone_of_the_server()
    {
        var difference = NextRuns.Foresee(Difference("0 30 1 * * ? *", "0 0 2 ? * SUN *"), Now);

        Assert.Equal(
            [
                "11-30 01:30 +08:00", "12-01 01:30 +08:00", "12-02 01:30 +08:00", "12-03 01:30 +08:00",
                "12-04 01:30 +08:00"],
            difference.ReferenceRuns.Select(run => $"{run.Instant:MM-dd HH:mm zzz}"));
        Assert.Equal(
            ["12-06 02:00", "12-13 02:00", "12-20 02:00", "12-27 02:00", "01-03 02:00"],
            difference.DifferenceRuns.Select(run => $"{run:MM-dd HH:mm}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 0 1 * *")]
    [InlineData("0 0 1 1 1 ? 2020")]
    public void A_schedule_that_never_fires_has_no_runs(string cron)
    {
        var difference = NextRuns.Foresee(Difference(cron, "0 0 0 * * ? *"), Now);

        Assert.Empty(difference.ReferenceRuns);
        Assert.Equal(5, difference.DifferenceRuns.Count);
    }

    private static FlowDifference Difference(string cron, string other) => FlowComparison.Of(
        new FlowDefinition { Cron = cron }, new FlowDefinition { Cron = other }).Single(NextRuns.IsOfSchedule);
}
