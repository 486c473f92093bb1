using System;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class TimeTests
{
    private readonly Desk _desk = Desk.Fresh();

    [Fact]
    [Covers("Get Current Time")]
    public async Task The_time_is_the_clocks_whoever_asks()
    {
        Assert.Equal(1600000000000, (long)await _desk.As("nobody").DataAsync("Get Current Time"));
        _desk.Service.Clock.Set(new(2030, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)));
        Assert.Equal("1893546245000", (await _desk.DataAsync("Get Current Time")).ToJsonString());
    }

    [Theory]
    [Covers("Get Timezone")]
    [InlineData(480, "GMT+8")]
    [InlineData(0, "GMT+0")]
    [InlineData(-210, "GMT-3:30")]
    public async Task The_zone_is_the_one_that_was_set(int minutes, string zone)
    {
        _desk.Service.UtcOffset = TimeSpan.FromMinutes(minutes);
        var data = await _desk.DataAsync("Get Timezone");
        Shape.AssertLike("get-timezone.response", data);
        Assert.Equal(zone, (string)data["timezone"]!);
    }

    [Fact]
    public async Task Times_are_written_in_the_zone()
    {
        _desk.Service.UtcOffset = TimeSpan.FromHours(-5);
        var instance = await _desk.TriggerAsync(2924);
        var (run, task) = (await _desk.InstanceAsync(instance), await _desk.TaskInstanceAsync(instance, "tass"));
        Assert.Equal("2020-09-13 07:26:40", (string)run["triggerTime"]!);
        Assert.Equal("2020-09-13 07:26:40.0", (string)run["timestamp"]!);
        Assert.Equal("Sun Sep 13 07:26:40 GMT-5 2020", (string)task["timeStamp"]!);
        Assert.Equal("2020-09-12", (string)run["calDt"]!);
    }

    [Fact]
    public void A_zone_that_cannot_be_is_a_mistake()
    {
        TimeSpan[] offsets =
            [
                TimeSpan.FromHours(15), TimeSpan.FromHours(-15), TimeSpan.FromSeconds(1), TimeSpan.MinValue,
                TimeSpan.MaxValue];
        foreach (var offset in offsets)
            Assert.Throws<ArgumentOutOfRangeException>(() => _desk.Service.UtcOffset = offset);
    }
}
