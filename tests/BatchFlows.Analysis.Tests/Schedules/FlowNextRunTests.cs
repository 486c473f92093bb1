using System;
using System.Text.Json;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Model;

namespace BatchFlows.Analysis.Tests.Schedules;

/// <summary>When a flow runs next: after it was read, in the server's zone.</summary>
public class FlowNextRunTests
{
    private const string Daily = "0 30 1 * * ? *";

    /// <summary>19:00 on the 1st where the server is.</summary>
    private static readonly DateTimeOffset ReadAt = new(2026, 3, 1, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Daily, "2026-03-02 01:30 +08:00")]
    [InlineData("0 0 19 * * ? *", "2026-03-01 19:00 +08:00")] // which is now
    [InlineData("0 59 18 * * ? *", "2026-03-02 18:59 +08:00")]
    [InlineData("0 0 0 30 2 ? *", "")] // never
    [InlineData("0 0 0 1 1 ? 2020", "")] // over
    [InlineData("0 0 25 * * ? *", "")] // wrong
    [InlineData("", "")]
    public void It_follows_from_the_cron_expression(string cron, string time) => Assert.Equal(time, Of(cron));

    [Fact]
    public void It_is_not_before_the_start_date() =>
        Assert.Equal("2026-04-05 01:30 +08:00", Of(Daily, start: "2026-04-05"));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 0)]
    public void A_flow_that_is_manual_temporary_or_paused_has_none(int type, int active) =>
        Assert.Equal("", Of(Daily, type, active));

    [Theory]
    [InlineData("Mars")]
    [InlineData(null)]
    public void Without_a_known_zone_there_is_none(string? zone) => Assert.Equal("", Of(Daily, zone: zone));

    private static string Of(
        string cron, int type = 1, int active = 1, string start = "2024-01-01", string? zone = "GMT+8")
    {
        var json = JsonSerializer.SerializeToElement(new { flowId = 1, freq = cron, type, active, startTime = start });
        var flow = new Flow(json, new Origin("test", new ServerZone(zone), ReadAt));

        Assert.Same(flow, flow.WithNextRun());
        return FormattableString.Invariant($"{flow.NextRun:yyyy-MM-dd HH:mm zzz}");
    }
}
