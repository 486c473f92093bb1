using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class HistoryTests
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>15:00 in the server's zone.</summary>
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 7, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);
    private static readonly int[] Seeds = [7, 7, 8];

    private static readonly Organization Shared = With(flows: 40);

    private static Organization With(int flows = 0, int seed = 1, TimeSpan? window = null)
    {
        var organization = OrganizationSeed.Make(Now);
        HistoryGenerator.Add(organization, Now, window ?? Month, flows, seed, default);
        return organization;
    }

    private static List<FlowRun> RunsOf(Organization organization, string flowName) =>
        organization.Queues[organization.FlowNamed(flowName)!.Id].Runs;

    private static IEnumerable<FlowRun> All(Organization organization) =>
        organization.Runs.Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, isDescending: false);

    private static string Night(FlowRun run) =>
        run.TriggerTime.ToOffset(Zone).ToString("dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)
        + " " + run.Status.Name();

    private static double Seconds(FlowRun run) => (run.EndTime!.Value - run.StartTime!.Value).TotalSeconds;

    [Fact]
    public void A_month_makes_one_flow_three_times_as_slow()
    {
        var runs = RunsOf(Shared, Scenarios.SlowMonth).Select(Seconds).ToList();
        Assert.Equal(29, runs.Count); // a night is missing
        Assert.InRange(runs.Take(5).Average(), 650, 950);
        Assert.InRange(runs.TakeLast(5).Average(), 1500, 2300);
    }

    [Fact]
    public void A_flaky_task_recovers_by_its_retries()
    {
        var runs = RunsOf(Shared, Scenarios.FlakyTask);
        Assert.All(runs, run => Assert.Equal(RunStatus.Success, run.Status));
        Assert.All(runs, run => Assert.Equal(
            1 + Scenarios.FailuresOf(run.TriggerTime), run.Tasks[0].Attempts.Count));
        Assert.Equal([0, 1, 2], runs.Select(run => Scenarios.FailuresOf(run.TriggerTime)).Distinct().Order());
    }

    [Fact]
    public void A_flow_that_failed_twice_recovered_when_it_was_started_again() =>
        Assert.Equal(
            ["17 03:00 SUCCESS", "18 03:00 FAIL", "18 06:30 FAIL", "18 08:00 SUCCESS", "19 03:00 SUCCESS",
                "20 03:00 SUCCESS"],
            RunsOf(Shared, Scenarios.FailedTwice).TakeLast(6).Select(Night));

    [Fact]
    public void A_run_timed_out()
    {
        var runs = RunsOf(Shared, Scenarios.TimedOut).TakeLast(2).ToList();
        Assert.Equal(["19 04:00 FAIL", "20 04:00 SUCCESS"], runs.Select(Night));
        Assert.Equal(RunStatus.Timeout, runs[0].Tasks[0].Status);
        Assert.Equal(1800, Seconds(runs[0]));
    }

    [Fact]
    public void A_run_is_stuck_and_the_next_waits_for_it() =>
        Assert.Equal(
            ["18 05:00 SUCCESS", "19 05:00 RUNNING", "20 05:00 WAIT"],
            RunsOf(Shared, Scenarios.StuckRun).TakeLast(3).Select(Night));

    [Fact]
    public void An_upstream_failed_and_its_dependent_waits_and_was_skipped()
    {
        var organization = Shared;
        Assert.Equal(
            ["17 00:30 FAIL", "18 00:30 SUCCESS", "19 00:30 SUCCESS", "20 00:30 FAIL"],
            RunsOf(organization, Scenarios.FailedUpstream).TakeLast(4).Select(Night));
        Assert.Equal(
            ["17 01:30 SKIP", "18 01:30 SUCCESS", "19 01:30 SUCCESS", "20 01:30 WAIT"],
            RunsOf(organization, Scenarios.WaitsForUpstream).TakeLast(4).Select(Night));
    }

    [Fact]
    public void In_a_night_nothing_started()
    {
        var organization = Shared;
        var from = new DateTimeOffset(2026, 5, 15, 22, 0, 0, Zone);
        var runs = All(organization).Where(run => run.IsScheduled).ToList();
        Assert.DoesNotContain(runs, run => run.TriggerTime >= from && run.TriggerTime < from.AddHours(8));
        Assert.Contains(runs, run => run.TriggerTime == from.AddMinutes(-5));
        Assert.Contains(runs, run => run.TriggerTime == from.AddHours(8));
    }

    [Fact]
    public void Equal_seeds_make_equal_histories_and_others_do_not()
    {
        var texts = Seeds.Select(seed => string.Join('\n', All(With(4, seed, TimeSpan.FromDays(8))).Select(
            run => $"{run.InstanceId} {run.Status} {run.StartTime:u} {run.EndTime:u}"))).ToList();
        Assert.Equal(texts[0], texts[1]);
        Assert.NotEqual(texts[0], texts[2]);
    }

    [Fact]
    public void Tasks_that_are_made_again_fit_their_run()
    {
        foreach (var run in All(Shared).Where(run => run.KeptTasks is null))
        {
            var attempts = run.Tasks.SelectMany(task => task.Attempts).ToList();
            Assert.Equal(run.StartTime, attempts.Min(attempt => attempt.Start));
            Assert.Equal(run.EndTime, attempts.Max(attempt => attempt.End));
            Assert.Equal(run.Status == RunStatus.Success, run.Tasks.All(task => task.Status == RunStatus.Success));
        }
    }

    [Fact]
    public void Most_runs_go_well_and_some_fail()
    {
        var ended = All(Shared).Where(run => run.Flow.Name.StartsWith("load_", StringComparison.Ordinal)).ToList();
        Assert.InRange(ended.Average(run => run.Status == RunStatus.Success ? 1 : 0), 0.95, 0.998);
    }

    [Fact]
    public async Task A_saved_history_is_the_same_with_its_logs()
    {
        var desk = Desk.Fresh();
        desk.Service.Clock.Set(Now);
        desk.Service.AddHistory(TimeSpan.FromDays(7), 3);
        desk.Service.IsScheduling = true;
        using var stream = new MemoryStream();
        desk.Service.SaveState(stream);
        Assert.InRange(stream.Length, 1, 3_000_000);
        stream.Position = 0;
        var other = Desk.Fresh();
        other.Service.LoadState(stream);
        foreach (var each in new[] { desk, other }) each.Service.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(await ViewAsync(desk), await ViewAsync(other));
    }

    [Fact]
    public void A_history_is_made_once_and_at_most_a_year_long()
    {
        var service = Desk.Fresh().Service;
        Assert.Throws<ArgumentOutOfRangeException>(() => service.AddHistory(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => service.AddHistory(TimeSpan.FromDays(367)));
        Assert.Throws<ArgumentOutOfRangeException>(() => service.AddHistory(Month, -1));
        service.AddHistory(TimeSpan.FromHours(1));
        Assert.Throws<InvalidOperationException>(() => service.AddHistory(Month));
    }

    private static async Task<string> ViewAsync(Desk desk)
    {
        var search = Pages.Of(1, 100000).With("type", 1).With("owner", "").With("status", "")
            .With("fromTriggerTime", 0).With("toTriggerTime", 221845392000000);
        var list = (await desk.DataAsync("List Flow Instances", search))["flowInsts"]!.AsArray();
        var view = new List<string>();
        foreach (var run in list)
        {
            view.Add(run!.ToJsonString());
            var id = (string)JsonNode.Parse((string)run["graph"]!)!["tasks"]![0]!["taskInstId"]!;
            foreach (var operation in new[] { "Get Task Instance", "Get Task Instance Log" })
                view.Add((await desk.CallAsync(operation, new() { ["taskInstId"] = id })).ToJsonString());
        }
        return string.Join('\n', view);
    }
}
