using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Analysis.Impacts;

namespace BatchFlows.Analysis.Tests.Graphs;

public class ImpactTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone(
        "server", TimeSpan.FromHours(8), null, null);
    private static readonly IReadOnlyList<KnownFlow> Flows = Seed.Flows;

    [Theory]
    [InlineData(ImpactCause.Disable, null, "2026-03-02 10:00",
        "Waits 3003 forecast, publish_forecast 2026-03-03 01:50",
        "Waits 3004 render_report, mail_report 2026-03-09 06:00",
        "Waits 3005 close_month, rate_consumption, write_invoices, book_revenue never: It is started by hand.")]
    // In the night before the run, today counts.
    [InlineData(ImpactCause.Fail, null, "2026-03-02 00:30",
        "Waits 3003 forecast, publish_forecast 2026-03-02 01:50",
        "Waits 3004 render_report, mail_report 2026-03-02 06:00",
        "Waits 3005 close_month, rate_consumption, write_invoices, book_revenue never: It is started by hand.")]
    // A removed task leaves those after it, but not the links to it.
    [InlineData(ImpactCause.Remove, "load_readings", "2026-03-02 10:00",
        "NeverRuns 3003 forecast, publish_forecast 2026-03-03 01:50",
        "NeverRuns 3004 render_report, mail_report 2026-03-09 06:15",
        "NeverRuns 3005 close_month, rate_consumption, write_invoices, book_revenue never: It is started by hand.")]
    [InlineData(ImpactCause.Fail, "load_readings", "2026-03-02 10:00",
        "NeverRuns 3001 drop_staging_files 2026-03-03 01:30",
        "Waits 3003 forecast, publish_forecast 2026-03-03 01:50",
        "Waits 3004 render_report, mail_report 2026-03-09 06:00",
        "Waits 3005 close_month, rate_consumption, write_invoices, book_revenue never: It is started by hand.")]
    // The end of a flow is late with its last task, and links to the tasks before it are not.
    [InlineData(ImpactCause.Fail, "drop_staging_files", "2026-03-02 10:00",
        "Waits 3004 render_report, mail_report 2026-03-09 06:00")]
    [InlineData(ImpactCause.Remove, "drop_staging_files", "2026-03-02 10:00")]
    public void OfTheSeed(ImpactCause cause, string? task, string moment, params string[] expected) =>
        Assert.Equal(expected, Ask(Flows, "etl_meter_readings", cause, moment, task).Select(Shown));

    [Theory]
    // A run of five minutes ends 55 minutes before the next flow begins.
    [InlineData("03:00", "+02:05:00 b", "+01:10:00 c", "+00:15:00 d")]
    [InlineData("01:00", "+00:05:00 b")]
    public void Delay_IsEatenByTheTimeToSpare(string by, params string[] expected) => Assert.Equal(
        expected,
        Ask(
            Known(Seed.Of("a", "b a", "c b", "d c")), "a", ImpactCause.Delay, "2026-03-02 00:30",
            by: TimeSpan.Parse(by, CultureInfo.InvariantCulture))
            .Select(row => $"+{row.LateBy} {row.FlowName}"));

    [Fact]
    public void Delay_ThatIsEaten_HitsNobody() => Assert.Equal(
        ["b"],
        Ask(
            Known(Seed.Of("a", "b a", "c", "d", "e b")), "a", ImpactCause.Delay, "2026-03-02 10:00",
            by: TimeSpan.FromHours(3))
            .Select(row => row.FlowName));

    // The report waits for the forecast of its hour, long after the readings, and not for the late ones of the night.
    [Theory]
    [InlineData("02:00", "+02:00:00 3003", "+02:00:00 3005")]
    [InlineData("05:00", "+05:00:00 3003", "+00:50:00 3004", "+05:00:00 3005")]
    public void Delay_IsThatOfTheRunThatIsWaitedFor(string by, params string[] expected) => Assert.Equal(
        expected,
        Ask(
            Flows, "etl_meter_readings", ImpactCause.Delay, "2026-03-02 10:00",
            by: TimeSpan.Parse(by, CultureInfo.InvariantCulture))
            .Select(row => $"+{row.LateBy} {row.FlowId}"));

    [Fact]
    public void Path_IsTheOneThroughWhichItIsFeltFirst()
    {
        var row = Ask(Seed.Of("a", "b a", "c b"), "a", ImpactCause.Disable, "2026-03-02 00:30")[^1];

        Assert.Equal(
            ("a > b > c", 2, "2026-03-02 03:00"), (row.Path, row.Distance, $"{row.FirstFelt:yyyy-MM-dd HH:mm}"));
    }

    [Fact]
    public void FlowsInACircle_AreHitOnce() => Assert.Equal(
        ["b", "c"],
        Ask(Seed.Of("a c", "b a", "c b"), "a", ImpactCause.Disable, "2026-03-02 00:30").Select(row => row.FlowName));

    [Fact]
    public void LinkForWhichNoTaskWaits_HitsNobody()
    {
        var flows = Seed.Of("a", "b a");
        flows[1].Definition.LinkRelations.Clear();

        Assert.Empty(Ask(flows, "a", ImpactCause.Disable, "2026-03-02 00:30"));
    }

    [Theory]
    [InlineData("paused", "Its schedule is paused.")]
    [InlineData("wrong", "Its cron expression cannot be read.")]
    [InlineData("over", "Its cron expression does not fire any more.")]
    [InlineData("other", "It has no run in the same period as one of 'a', so its next run is shown.")]
    [InlineData("late", null)]
    public void Doubt_TellsWhy(string what, string? doubt)
    {
        var flows = Seed.Of("a", "b a");
        if (what == "paused") flows[1].IsActive = false;
        if (what == "wrong") flows[1].Definition.Cron = "0 0 0";
        if (what == "over") flows[1].Definition.Cron = "0 0 5 * * ? 2025";
        if (what == "other")
        {
            flows[0].Definition.Cycle = "H";
            flows[1].Definition.Cron = "0 0 6 * * ? *";
        }

        var row = Assert.Single(Ask(flows, "a", ImpactCause.Disable, "2026-03-02 00:30"));

        Assert.Equal((doubt, doubt is not null), (row.Doubt, row.IsDoubtful));
        Assert.Equal(
            what is "other" ? "2026-03-02 06:00" : what is "late" ? "2026-03-02 02:00" : "",
            $"{row.FirstFelt:yyyy-MM-dd HH:mm}");
    }

    [Fact]
    public void UnknownDuration_IsADoubtOfADelay() => Assert.Equal(
        "How long 'b' runs is not known.",
        Assert.Single(
            Ask(Seed.Of("b", "c b"), "b", ImpactCause.Delay, "2026-03-02 00:30", by: TimeSpan.FromHours(2))).Doubt);

    [Fact]
    public void StartDate_IsRespected()
    {
        var flows = Seed.Of("a", "b a");
        flows[1].Definition.StartTime = ServiceTime.Parse("2026-06-01");

        Assert.Equal(
            "2026-06-01 02:00",
            $"{Assert.Single(Ask(flows, "a", ImpactCause.Disable, "2026-03-02 00:30")).FirstFelt:yyyy-MM-dd HH:mm}");
    }

    [Fact]
    public void Row_TellsItself() => Assert.Equal(
        "forecast_demand waits, first felt 2026-03-03 01:50 +08:00",
        $"{Ask(Flows, "etl_meter_readings", ImpactCause.Disable, "2026-03-02 10:00")[0]}");

    private static IReadOnlyList<KnownFlow> Known(IEnumerable<KnownFlow> flows) =>
        [.. flows.Select(flow => new KnownFlow(flow.Definition, flow.FlowId + 5000, true))];

    internal static IReadOnlyList<FlowImpact> Ask(
        IReadOnlyList<KnownFlow> flows, string flow, ImpactCause cause, string moment, string? task = null,
        TimeSpan by = default)
    {
        var at = new DateTimeOffset(
            DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Zone.BaseUtcOffset);
        var durations = flows.Where(one => one.FlowId > 1000)
            .ToDictionary(one => one, one => TimeSpan.FromMinutes(one.FlowId == 3001 ? 20 : 5));
        return ImpactSearch.Of(
            DependencyGraph.OfTasks(flows),
            new ImpactQuestion(
                flows.Single(one => one.Name == flow), cause, at, Zone, durations)
            { TaskName = task, By = by });
    }

    private static string Shown(FlowImpact row) => FormattableString.Invariant(
        $"{row.Effect} {row.FlowId} {row.TaskNames} {(row.FirstFelt is { } felt ? $"{felt:yyyy-MM-dd HH:mm}" : $"never: {row.Doubt}")}");
}
