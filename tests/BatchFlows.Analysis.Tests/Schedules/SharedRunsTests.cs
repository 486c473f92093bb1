using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Schedules;
using CsCheck;

namespace BatchFlows.Analysis.Tests.Schedules;

public class SharedRunsTests
{
    private const int Days = 70;

    private static readonly DateTimeOffset From = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<FlowTimes> Times = Gen.Select(
        Gen.OneOfConst("mi", "H", "D", "W", "M"),
        Gen.OneOfConst(
            "0 0 2 * * ? *", "0 30 5 * * ? *", "0 10 * * * ? *", "0 0/45 * * * ? *", "0 0 6 ? * MON *", "0 0 3 1 * ? *",
            "0 0 12 L * ? *",
            "0 0 8,20 ? * MON-FRI *"),
        (cycle, cron) => Of(cycle, cron));

    [Fact]
    public void Runs_AreThoseOfTheSamePeriod() =>
        Gen.Select(Times, Times, Gen.Int[0, 60 * 24 * 40]).Sample((upstream, flow, minutes) =>
    {
        var from = From.AddMinutes(minutes);
        var due = All(upstream).Where(time => time >= from).ToList();
        var expected = All(flow).Select(run => (run, due: due.FirstOrDefault(time => IsSame(upstream, run, time))))
            .Where(pair => pair.due != default)
            .Take(3).ToList();

        var actual = SharedRuns.Of(upstream, from, flow, From).Take(3)
            .Select(pair => (pair.Run.Time, pair.Upstream.Time)).ToList();

        Assert.Equal(expected, actual.Where(pair => pair.Item1 < From.AddDays(Days)).Take(expected.Count));
    }, iter: 50);

    [Theory]
    [InlineData("mi", "2026-03-04T10:17", "2026-03-04T10:18")]
    [InlineData("H", "2026-03-04T10:00", "2026-03-04T11:00")]
    [InlineData("D", "2026-03-04T00:00", "2026-03-05T00:00")]
    [InlineData("W", "2026-03-02T00:00", "2026-03-09T00:00")]
    [InlineData("M", "2026-03-01T00:00", "2026-04-01T00:00")]
    [InlineData("", "2026-03-04T00:00", "2026-03-05T00:00")]
    public void Period_IsThatOfTheCycle(string cycle, string start, string end)
    {
        var period = Of(cycle, "0 0 0 * * ? *").PeriodOf(new DateTimeOffset(2026, 3, 4, 10, 17, 20, TimeSpan.Zero));

        Assert.Equal((start, end), ($"{period.Start:yyyy-MM-ddTHH:mm}", $"{period.End:yyyy-MM-ddTHH:mm}"));
    }

    private static FlowTimes Of(string cycle, string cron) =>
        new(new PlannedFlow(FlowType.Periodic, cron) { Cycle = cycle }, TimeZoneInfo.Utc);

    private static DateTimeOffset[] All(FlowTimes times)
    {
        var all = new List<DateTimeOffset>();
        var from = From;
        while (times.FirstFrom(from) is { } next && next.Time < From.AddDays(Days))
        {
            all.Add(next.Time);
            from = next.Time.AddTicks(1);
        }

        return [.. all];
    }

    private static bool IsSame(FlowTimes upstream, DateTimeOffset run, DateTimeOffset due)
    {
        var (start, end) = upstream.PeriodOf(due);
        return run >= start && run < end;
    }
}
