using System;
using System.Linq;
using BatchFlows.Analysis.Schedules;

namespace BatchFlows.Analysis.Tests.Schedules;

/// <summary>What is said of schedules that fire, and of those that do not.</summary>
public class PlannedFlowTests
{
    private const string Daily = "0 30 1 * * ? *";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly TimeZoneInfo Server = TimeZoneInfo.CreateCustomTimeZone("server", Now.Offset, null, null);

    private static readonly FireWindow Next = new(Now, Before: null, Count: 2, Server);

    private static readonly FireWindow OneDay = new(Now, Now.AddDays(1), Count: null, Server);

    [Fact]
    public void Times_are_those_of_the_servers_zone() => Assert.Equal(
        ["2026-03-02 01:30 +08:00", "2026-03-03 01:30 +08:00"], Times(new PlannedFlow(FlowType.Periodic, Daily), Next));

    [Fact]
    public void A_window_has_all_its_times_and_not_its_end() => Assert.Equal(
        ["2026-03-01 12:00 +08:00", "2026-03-02 00:00 +08:00"],
        Times(new PlannedFlow(FlowType.Periodic, "0 0 0/12 * * ? *"), OneDay));

    [Fact]
    public void Before_its_start_date_it_does_not_fire() => Assert.Equal(
        ["2026-03-05 01:30 +08:00", "2026-03-06 01:30 +08:00"],
        Times(new PlannedFlow(FlowType.Periodic, Daily) { Start = new DateTime(2026, 3, 5) }, Next));

    [Theory]
    [InlineData(FlowType.Manual, Daily, true, "")]
    [InlineData(FlowType.Temporary, Daily, true, "")]
    [InlineData(FlowType.Periodic, "", true, "not scheduled")]
    [InlineData(FlowType.Periodic, Daily, false, "paused")]
    [InlineData(FlowType.Periodic, "0 0 0 30 2 ? *", true, "never fires again")]
    [InlineData(FlowType.Periodic, "0 0 0 1 1 ? 2020", true, "never fires again")]
    [InlineData(
        FlowType.Periodic, "0 0 25 * * ? *", true,
        "wrong: the field 'hour' contains '25', which is not a number from 0 to 23")]
    public void One_row_says_why_it_does_not_fire_and_a_window_has_none(
        FlowType type, string cron, bool isActive, string note)
    {
        var flow = new PlannedFlow(type, cron) { IsActive = isActive, FlowName = "etl" };

        var run = Assert.Single(flow.Runs(Next));
        Assert.Equal((null, note, "etl"), (run.FireTime, run.Note, run.FlowName));
        Assert.Empty(flow.Runs(OneDay));
    }

    [Fact]
    public void The_times_of_a_paused_flow_are_told_on_request()
    {
        var runs = new PlannedFlow(FlowType.Periodic, Daily) { IsActive = false }.Runs(
            Next, includePaused: true).ToList();

        Assert.Equal(["paused", "paused"], runs.Select(run => run.Note));
        Assert.All(runs, run => Assert.False(run.IsActive));
    }

    [Fact]
    public void A_time_in_a_repeated_hour_is_doubtful()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var window = new FireWindow(new DateTimeOffset(2026, 10, 24, 12, 0, 0, TimeSpan.Zero), null, 2, berlin);

        var runs = new PlannedFlow(FlowType.Periodic, "0 30 2 * * ? *").Runs(window).ToList();

        Assert.Equal([true, false], runs.Select(run => run.IsDoubtful));
        Assert.Equal("may differ: clock change", runs[0].Note);
    }

    [Theory]
    [InlineData(
        "Europe/Berlin", "0 30 2 * * ? *", "2026-03-30 02:30 +02:00",
        "not at 2026-03-29 02:30: skipped by a clock change")]
    [InlineData(
        "Europe/Berlin", "0 0/10 2 * * ? *", "2026-03-30 02:00 +02:00",
        "not from 2026-03-29 02:00 to 02:50: skipped by a clock change")]
    [InlineData("Europe/Berlin", "0 30 3 * * ? *", "2026-03-29 03:30 +02:00", "")]
    [InlineData("Europe/Berlin", "0 30 2 ? 3 1L *", "", "never fires again")]
    [InlineData(
        "Australia/Lord_Howe", "0 15 2 4 10 ? *", "2027-10-04 02:15 +11:00",
        "not at 2026-10-04 02:15: skipped by a clock change")]
    [InlineData(
        "Australia/Lord_Howe", "0 0/10 2 4 10 ? *", "2026-10-04 02:30 +11:00",
        "not from 2026-10-04 02:00 to 02:20: skipped by a clock change")]
    [InlineData("Asia/Shanghai", "0 30 2 29 3 ? *", "2026-03-29 02:30 +08:00", "")]
    public void A_time_that_a_clock_change_skips_is_told_with_the_next_one(
        string zone, string cron, string time, string note)
    {
        var window = new FireWindow(
            new(2026, 3, 28, 12, 0, 0, TimeSpan.Zero), null, 2, TimeZoneInfo.FindSystemTimeZoneById(zone));

        var runs = new PlannedFlow(FlowType.Periodic, cron).Runs(window).ToList();

        Assert.Equal(
            (time, note), (FormattableString.Invariant($"{runs[0].FireTime:yyyy-MM-dd HH:mm zzz}"), runs[0].Note));
        Assert.All(runs.Skip(1), run => Assert.Equal("", run.Note));
    }

    [Fact]
    public void A_paused_flow_says_both()
    {
        var window = new FireWindow(
            new(2026, 3, 28, 12, 0, 0, TimeSpan.Zero), null, 1, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

        var run = new PlannedFlow(FlowType.Periodic, "0 30 2 * * ? *") { IsActive = false }.Runs(
            window, includePaused: true).Single();

        Assert.Equal("paused; not at 2026-03-29 02:30: skipped by a clock change", run.Note);
    }

    [Fact]
    public void Tasks_with_schedules_of_their_own_are_planned_with_their_flow()
    {
        var definition = FlowDefinition.Parse(
            """
            { "name": "etl", "type": 1, "cron": "0 30 1 * * ? *", "startTime": "2026-03-05",
              "tasks": [{ "name": "load", "cron": "" }, { "name": "sunday", "cron": "0 0 3 ? * SUN *" }],
              "flowLinks": [{ "linkId": "0", "sourceFlowName": "meters" }],
              "taskLinks": [{ "linkId": "1", "sourceFlowName": "meters", "sourceTaskName": "x" }] }
            """);
        var flow = PlannedFlow.Of(definition);

        Assert.Equal("meters, meters/x", $"{Assert.Single(flow.Runs(Next with { Count = 1 })).WaitsFor}");
        var run = Assert.Single(Assert.Single(flow.Tasks(definition)).Runs(Next with { Count = 1 }));
        Assert.Equal(("sunday", "Sun 03:00", 8), (run.TaskName, run.Schedule, run.FireTime?.Day));
    }

    private static string[] Times(PlannedFlow flow, FireWindow window) =>
        [.. flow.Runs(window).Select(run => FormattableString.Invariant($"{run.FireTime:yyyy-MM-dd HH:mm zzz}"))];
}
