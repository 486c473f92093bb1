using System;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Connections;

namespace BatchFlows.Procedures.Tests;

public class ServerClockTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task The_local_time_is_taken_half_way_of_the_call_and_not_of_what_goes_before_it()
    {
        var started = _clock.GetUtcNow();
        var time = await ReadAsync("GMT+8", started.AddMinutes(10));

        Assert.Equal(started.AddSeconds(90 + 7 + 2), time.LocalTime); // the token, the zone, half of the call
        Assert.Equal(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(99), time.ClockDifference);
        Assert.Equal((started.AddMinutes(10), TimeSpan.FromHours(8)), (time.Time, time.Time.Offset));
        Assert.Equal(("GMT+8", "2026-01-02 11:14:05 +08:00"), (time.Zone.Text, time.ToString()));
    }

    [Fact]
    public async Task A_zone_that_cannot_be_read_leaves_the_time_in_utc()
    {
        var time = await ReadAsync("Mars", _clock.GetUtcNow());

        Assert.Equal((TimeSpan.Zero, "Mars"), (time.Time.Offset, time.Zone.Text));
    }

    private async Task<ServerTime> ReadAsync(string zone, DateTimeOffset now)
    {
        using var connection = Connect.To(
            new StubGateway(call =>
            {
                var isZone = call.Action == "getTimeZone";
                _clock.Advance(TimeSpan.FromSeconds(call.IsToken ? 90 : isZone ? 7 : 4));
                return call.IsToken ? null
                    : isZone ? $$"""{"timezone":"{{zone}}"}"""
                    : $"{now.ToUnixTimeMilliseconds()}";
            }),
            _clock);
        return await new ServerClock(new FlowClient(connection)).ReadAsync();
    }
}
