using System;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

public class TimeOperationTests
{
    [Fact, Covers("Get Current Time")]
    public async Task Get_current_time_gives_the_documented_moment()
    {
        var (time, sent, _) = await Documented.CallAsync(
            "get-current-time.response", client => client.GetCurrentTimeAsync());

        Assert.Equal("GET /time?action=getCurrentTime", sent);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1565251865242), time);
    }

    [Fact, Covers("Get Timezone")]
    public async Task Get_timezone_gives_the_documented_zone()
    {
        var (zone, sent, _) = await Documented.CallAsync("get-timezone.response", client => client.GetTimeZoneAsync());

        Assert.Equal("GET /time?action=getTimeZone", sent);
        Assert.Equal(("GMT+8", TimeSpan.FromHours(8)), (zone.Text, zone.Offset));
    }

    [Theory]
    [InlineData("GMT", 0)]
    [InlineData("UTC", 0)]
    [InlineData("GMT-3", -180)]
    [InlineData("GMT+05:30", 330)]
    [InlineData("gmt+0530", 330)]
    [InlineData("+8", 480)]
    [InlineData(" UTC - 3 ", -180)]
    [InlineData("GMT+99", null)]
    [InlineData("GMT+\u0663", null)]
    [InlineData("Asia/Shanghai", null)]
    [InlineData("", null)]
    public void Zones_are_read_in_their_usual_forms(string text, int? minutes) =>
        Assert.Equal(minutes, new ServerZone(text).Offset?.TotalMinutes);

    [Fact(Timeout = 10_000)]
    public async Task A_zone_of_many_blanks_is_read_at_once() =>
        Assert.Null(
            (await Task.Run(() => new ServerZone("GMT" + new string(' ', 200_000) + "x"),
                TestContext.Current.CancellationToken)).Offset);
}
