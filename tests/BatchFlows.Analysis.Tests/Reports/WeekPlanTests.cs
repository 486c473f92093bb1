using System;
using System.Linq;
using BatchFlows.Analysis.Reports;
using BatchFlows.Analysis.Schedules;
using CsCheck;

namespace BatchFlows.Analysis.Tests.Reports;

public class WeekPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 30, 0, TimeSpan.FromHours(8)); // a Wednesday

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("server", Now.Offset, null, null);

    [Fact]
    public void Each_start_of_the_week_is_counted_in_its_hour() => Flows.Sample(
        flows =>
        {
            var plan = WeekPlan.Of(flows, Now, Zone);
            var first = new DateTimeOffset(Now.Date, Now.Offset);
            var times = flows.SelectMany(flow => flow.Runs(new FireWindow(first, first.AddDays(7), Count: null, Zone)))
                .Select(run => run.FireTime!.Value).ToList();

            Assert.Equal(7, plan.Starts.Count);
            for (var day = 0; day < 7; day++)
            {
                for (var hour = 0; hour < 24; hour++)
                {
                    var start = first.AddDays(day).AddHours(hour);
                    Assert.Equal(
                        times.Count(time => time >= start && time < start.AddHours(1)), plan.Starts[day][hour]);
                }
            }

            foreach (var quiet in plan.Quiet)
            {
                foreach (var day in quiet.Days)
                {
                    var start = first.AddDays(day) + quiet.Start;
                    Assert.DoesNotContain(times, time => time >= start && time < start + quiet.Length);
                }
            }
        },
        iter: 100);

    [Fact]
    public void Flows_that_start_in_one_hour_collide_and_those_that_always_start_do_not_count()
    {
        var plan = WeekPlan.Of(
            [
                Flow("a", "0 0 2 * * ? *"), Flow("b", "0 30 2 ? * MON *"), Flow("c", "0 0/5 * * * ? *"),
                Flow("d", "0 10 7 * * ? *"),
            ],
            Now, Zone);

        var hour = Assert.Single(plan.Collisions);
        Assert.Equal(
            (TimeSpan.FromHours(2), "a, b", 5), (hour.Start, string.Join(", ", hour.FlowNames), hour.Days.Single()));
        Assert.Equal(14, plan.Starts[5][2]);
        Assert.Equal(TimeSpan.FromMinutes(431), plan.Quiet.Skip(1).First().Start);
    }

    [Fact]
    public void A_paused_flow_does_not_start() =>
        Assert.Equal(0, WeekPlan.Of([Flow("a", "0 0 2 * * ? *") with { IsActive = false }], Now, Zone).Busiest);

    [Fact]
    public void A_week_without_flows_is_one_quiet_window() =>
        Assert.Equal(TimeSpan.FromDays(7), Assert.Single(WeekPlan.Of([], Now, Zone).Quiet).Length);

    private static Gen<PlannedFlow[]> Flows =>
        Gen.Select(Gen.Int[0, 59], Gen.Int[0, 23], Gen.OneOfConst("*", "1/2", "15")).Array[0, 6].Select(times =>
            times.Select(
                (time, i) => Flow(
                    $"f{i}", FormattableString.Invariant($"0 {time.Item1} {time.Item2} {time.Item3} * ? *")))
                .ToArray());

    private static PlannedFlow Flow(string name, string cron) =>
        new(FlowType.Periodic, cron) { FlowName = name, IsActive = true };
}
