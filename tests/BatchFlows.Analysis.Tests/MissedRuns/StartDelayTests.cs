using System;
using System.Text.Json;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Model;

namespace BatchFlows.Analysis.Tests.MissedRuns;

public class StartDelayTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("2026-03-02 11:40:00", "2026-03-02 11:40:00", "it has waited for 20:00")]
    [InlineData("2026-03-02 11:46:00", "2026-03-02 11:46:00", null)]
    [InlineData("2026-02-25 02:00:00", "2026-03-02 11:30:00", "it has waited for 30:00")] // for a time in the past
    [InlineData("2026-02-25 02:00:00", "2026-03-02 11:59:00", null)]
    [InlineData("2026-03-02 11:40:00", null, "it has waited for 20:00")]
    public void A_run_waits_from_its_time_or_since_it_was_made(string trigger, string? made, string? expected)
    {
        var run = new FlowInstance(
            JsonSerializer.SerializeToElement(new
            {
                instanceId = "1-2",
                flowId = 1,
                status = 5,
                triggerTime = trigger,
                timestamp = made,
            }),
            new Origin("test", new ServerZone("GMT+8")));

        Assert.Equal(expected, StartDelay.Of(run, before: null, Now)?.ToString());
    }
}
