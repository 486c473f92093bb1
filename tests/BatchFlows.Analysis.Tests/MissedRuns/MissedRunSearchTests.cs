using System;
using System.Linq;
using System.Text.Json;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Model;

namespace BatchFlows.Analysis.Tests.MissedRuns;

/// <summary>Each reason why a run did not happen has a history that shows it, and one that just does not.</summary>
public class MissedRunSearchTests
{
    private static readonly DateTime Day = new(2026, 3, 2);

    private static readonly DateTimeOffset Now = new(Day.AddHours(12), TimeSpan.FromHours(8));

    [Fact]
    public void A_flow_that_ran_at_its_time_misses_nothing() =>
        Assert.Empty(Find([Daily(1)], [Run(1, 2, InstanceStatus.Success)]));

    [Fact]
    public void A_failed_run_is_not_a_missed_one() =>
        Assert.Empty(Find([Daily(1)], [Run(1, 2, InstanceStatus.Fail)]));

    [Fact]
    public void Without_a_run_and_a_reason_it_says_so() => Assert.Equal(
        "Unknown: there is no run, and the service does not say why",
        Find([Daily(1)], [Run(2, 3, InstanceStatus.Success)]).Single());

    [Fact]
    public void Seconds_of_a_trigger_time_do_not_matter()
    {
        var run = Run(1, 2, InstanceStatus.Success);
        var later = run.Outcome.Time!.Value.AddSeconds(31);
        Assert.Empty(Find([Daily(1)], [run with { Outcome = new(InstanceStatus.Success, later, null, null) }]));
    }

    [Fact]
    public void A_time_before_the_flow_was_made_is_not_expected() =>
        Assert.Empty(Find([Daily(1) with { Created = Day.AddHours(3) }], []));

    [Fact]
    public void A_flow_that_was_changed_later_may_have_had_another_schedule() => Assert.Equal(
        "Changed: the flow was changed at 2026-03-02 03:00; before, its schedule may have been another",
        Find([Daily(1) with { Updated = Day.AddHours(3) }], []).Single());

    [Fact]
    public void A_paused_flow_says_so() => Assert.Equal(
        "Paused: the schedule is paused; when it was paused is not known",
        Find([Daily(1) with { Plan = Daily(1).Plan with { IsActive = false } }], []).Single());

    [Fact]
    public void When_nothing_ran_that_is_the_reason_for_all()
    {
        RunFact[] others = [Run(3, 1, InstanceStatus.Success), Run(3, 5, InstanceStatus.Success)];

        Assert.All(
            Find([Daily(1), Daily(2)], others),
            text => Assert.Equal("ServiceDown: no flow ran from 2026-03-02 01:00 until 2026-03-02 05:00", text));
        Assert.StartsWith(
            "Unknown", Find([Daily(1), Daily(2)], [.. others, Run(2, 2, InstanceStatus.Success)]).Single());
        Assert.All(Find([Daily(1), Daily(2)], others, isWhole: false), text => Assert.StartsWith("Unknown", text));
    }

    [Fact]
    public void A_late_start_says_how_late()
    {
        Assert.Equal(
            "Late: it started 20:00 late", Find([Daily(1)], [Run(1, 2, InstanceStatus.Success, waited: 20)]).Single());
        Assert.Empty(Find([Daily(1)], [Run(1, 2, InstanceStatus.Success, waited: 15)]));
    }

    [Theory]
    [InlineData(40, "it started 1:00:00 late: 'source', which it waits for, ended at 2026-03-02 02:45")]
    [InlineData(56, "it started 1:00:00 late")] // it ended after the start
    [InlineData(-6, "it started 1:00:00 late")] // it had ended before the time
    public void A_late_start_names_the_flow_that_it_waited_for(int upstreamWaited, string expected)
    {
        var flow = Daily(1) with { Upstream = [(2, "source")] };
        RunFact[] runs =
            [Run(2, 2, InstanceStatus.Success, upstreamWaited), Run(1, 2, InstanceStatus.Success, waited: 60)];

        Assert.Equal($"Late: {expected}", Find([flow], runs).Single());
    }

    [Fact]
    public void A_run_of_the_flow_that_it_waited_for_that_began_since_does_not_hide_the_one_before()
    {
        var flow = Daily(1) with { Upstream = [(2, "source")] };
        RunFact[] runs =
        [
            Run(2, 2, InstanceStatus.Success, waited: 54), Run(2, 3, InstanceStatus.Running),
            Run(1, 2, InstanceStatus.Success, waited: 60),
        ];

        Assert.Equal(
            "Late: it started 1:00:00 late: 'source', which it waits for, ended at 2026-03-02 02:59",
            Find([flow], runs).Single());
    }

    [Fact]
    public void A_run_that_takes_much_longer_than_ever_is_stuck()
    {
        RunFact[] usual = [.. Enumerable.Range(1, 9).Select(day => Run(1, 2 - (24 * day), InstanceStatus.Success))];

        Assert.Equal(
            "Stuck: it has run for 10:00:00; usually it takes 5:00 at most",
            Find([Daily(1)], [.. usual, Run(1, 2, InstanceStatus.Running)]).Single());
        Assert.Empty(Find([Daily(1)], [Run(1, 2, InstanceStatus.Running)])); // how long it takes is not known
    }

    [Fact]
    public void A_run_behind_another_names_it()
    {
        var found = Find(
            [Daily(1)], [Run(1, -22, InstanceStatus.Running), Run(1, 2, InstanceStatus.Wait, waited: null)]);

        Assert.Equal("Queued: it has waited for 10:00:00, behind 1-03010200, which has not ended", found.Single());
    }

    [Theory]
    [InlineData(InstanceStatus.Fail, "failed (2-03020100)")]
    [InlineData(InstanceStatus.Skip, "was skipped (2-03020100)")]
    [InlineData(InstanceStatus.Running, "has not ended (2-03020100)")]
    public void A_run_that_waits_for_another_flow_names_it(InstanceStatus upstream, string what)
    {
        var flow = Daily(1) with { Upstream = [(2, "source")] };

        Assert.Equal(
            $"Upstream: 'source', which it waits for, {what}",
            Find([flow], [Run(2, 1, upstream), Run(1, 2, InstanceStatus.Skip, waited: null)]).Single());
        Assert.Equal(
            $"Upstream: it has waited for 10:00:00: 'source', which it waits for, {what}",
            Find([flow], [Run(2, 1, upstream), Run(1, 2, InstanceStatus.Ready, waited: null)]).Single());
    }

    [Fact]
    public void A_success_of_an_earlier_period_does_not_count()
    {
        var flow = Daily(1) with { Upstream = [(2, "source")] };
        var skipped = Run(1, 2, InstanceStatus.Skip, waited: null);

        Assert.Equal(
            "Upstream: 'source', which it waits for, had last succeeded at 2026-03-01 01:00",
            Find([flow], [Run(2, -23, InstanceStatus.Success), skipped]).Single());
        Assert.Equal(
            "Skipped: the service skipped it", Find([flow], [Run(2, 1, InstanceStatus.Success), skipped]).Single());
    }

    [Theory]
    [InlineData(50, "Late: it started 1:00:00 late")] // ended before the time
    [InlineData(70, "Late: it started 1:00:00 late, behind 1-03020100, which ended at 2026-03-02 02:15")]
    [InlineData(130, "Late: it started 1:00:00 late")] // ended after the start
    public void A_late_run_was_behind_the_one_before_it_if_that_ended_meanwhile(int waited, string expected) =>
        Assert.Equal(
            expected,
            Find(
                [Daily(1)],
                [Run(1, 1, InstanceStatus.Success, waited), Run(1, 2, InstanceStatus.Success, waited: 60)]).Single());

    [Fact]
    public void A_task_that_it_waits_for_is_told_with_its_flow_where_that_is_known()
    {
        var flow = Daily(1) with { UpstreamTasks = ["104891(tass)"] };
        var source = Daily(2) with { Plan = Daily(2).Plan with { FlowName = "source" }, TaskIds = [7, 104891] };
        var skipped = Run(1, 2, InstanceStatus.Skip, waited: null);

        Assert.Equal(
            "Upstream: 'source/tass', which it waits for, failed (2-03020200)",
            Find([flow, source], [Run(2, 2, InstanceStatus.Fail), skipped]).Single());
        Assert.Equal(
            "Skipped: the service skipped it; it waits for source/tass",
            Find([flow, source], [Run(2, 2, InstanceStatus.Success), skipped]).Single());
        Assert.Equal(
            "Skipped: the service skipped it; it waits for 104891(tass)",
            Find([flow], [Run(2, 1, InstanceStatus.Fail), skipped]).Single());
    }

    [Fact]
    public void A_flow_whose_run_of_another_period_it_waits_for_is_no_reason()
    {
        var flow = Daily(1) with { Upstream = [(2, "source")] };
        RunFact[] runs = [Run(2, -23, InstanceStatus.Success), Run(1, 2, InstanceStatus.Skip, waited: null)];

        Assert.StartsWith("Upstream", Find([flow], runs).Single());
        Assert.Equal("Skipped: the service skipped it", Find([flow with { OtherPeriods = ["source"] }], runs).Single());
    }

    [Theory]
    [InlineData("D0", "")]
    [InlineData("D1", "source")]
    [InlineData("mi10", "source")]
    [InlineData(null, "")]
    public void A_flow_is_expected_by_what_its_graph_says(string? gap, string otherPeriods)
    {
        var graph = JsonSerializer.Serialize(new
        {
            tasks = new[] { new { taskId = "5", taskName = "t", nodeId = "t_5" } },
            flows = new[]
            {
                new { flowId = "2", flowName = "source", nodeId = "f_2", isVirtual = false },
                new { flowId = "9", flowName = "104891(tass)", nodeId = "f_9", isVirtual = true },
            },
            relations = new[] { new { source = "f_2", target = "t_5", cycleGap = gap } },
        });
        var flow = ExpectedFlow.Of(new Flow(
            JsonSerializer.SerializeToElement(new { flowId = 1, graph }), new Origin("test", new ServerZone("GMT+8"))));

        Assert.Equal([5], flow.TaskIds);
        Assert.Equal([(2, "source")], flow.Upstream);
        Assert.Equal(["104891(tass)"], flow.UpstreamTasks);
        Assert.Equal(otherPeriods, string.Join(",", flow.OtherPeriods));
    }

    [Fact]
    public void A_cancelled_run_counts_only_if_it_had_not_started()
    {
        Assert.StartsWith("Cancelled", Find([Daily(1)], [Run(1, 2, InstanceStatus.Cancel, waited: null)]).Single());
        Assert.Empty(Find([Daily(1)], [Run(1, 2, InstanceStatus.Cancel)]));
    }

    private static string[] Find(ExpectedFlow[] flows, RunFact[] runs, bool isWhole = true)
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("server", Now.Offset, null, null);
        var search = new MissedRunSearch(
            new RunHistory(runs), new FireWindow(new(Day, Now.Offset), Now, Count: null, zone), Now,
            TimeSpan.FromMinutes(15),
            isWhole);
        return [.. search.Find(flows).Select(run => $"{run.Reason}: {run.Explanation}")];
    }

    private static ExpectedFlow Daily(long id) => new(
        new PlannedFlow(FlowType.Periodic, "0 0 2 * * ? *") { FlowId = id, IsActive = true, Cycle = "D" },
        Created: null, Updated: null, []);

    /// <summary>A run that takes five minutes.</summary>
    /// <param name="waited">How many minutes it waited; null when it did not start.</param>
    private static RunFact Run(long flow, int hour, InstanceStatus status, int? waited = 0)
    {
        var time = Day.AddHours(hour);
        var isEnded = status is InstanceStatus.Success or InstanceStatus.Fail or InstanceStatus.Cancel;
        return new()
        {
            FlowInstanceId = FormattableString.Invariant($"{flow}-{time:MMddHHmm}"),
            FlowId = flow,
            Start = waited is { } minutes ? time.AddMinutes(minutes) : null,
            Outcome = new(
                status, time, waited is { } wait ? TimeSpan.FromMinutes(wait) : null,
                isEnded ? TimeSpan.FromMinutes(5) : null),
        };
    }
}
