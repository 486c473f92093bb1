using System;

namespace BatchFlows.Client.Tests;

public class ServiceTimeTests
{
    private static readonly ServerZone China = new("GMT+8");

    [Fact]
    public void A_time_of_a_known_zone_is_compared_with_moments_of_any_zone()
    {
        var time = new ServiceTime("2020-01-01 08:00:00.0", China);

        Assert.Equal(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), (DateTimeOffset)time);
        Assert.True(time > new ServiceTime(new DateTime(2019, 12, 31, 23, 59, 59, DateTimeKind.Utc)));
        Assert.True(time < new ServiceTime(new DateTimeOffset(2020, 1, 1, 0, 0, 1, TimeSpan.Zero)));
        Assert.False(time.IsAmbiguous);
    }

    [Fact]
    public void A_time_of_an_unknown_zone_is_compared_by_what_clocks_show() =>
        Assert.True(new ServiceTime("2020-01-01 08:00:00") > new ServiceTime(new DateTime(2020, 1, 1, 7, 0, 0, DateTimeKind.Utc)));

    [Fact]
    public void A_time_of_an_unknown_zone_is_no_moment() =>
        Assert.Throws<InvalidCastException>(() => (DateTimeOffset)new ServiceTime("2020-01-01 08:00:00"));

    [Theory]
    [InlineData("0001-01-01 00:00:00", "GMT+8")]
    [InlineData("9999-12-31 23:59:59", "GMT-8")]
    public void A_time_at_the_ends_of_the_calendar_may_be_no_moment(string text, string zone)
    {
        var time = new ServiceTime(text, new ServerZone(zone));

        Assert.Equal((null, true), (time.Instant, time.IsAmbiguous));
        Assert.NotNull(time.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    public void What_is_no_time_is_not_ambiguous(string? text)
    {
        var time = new ServiceTime(text, China);

        Assert.Equal((null, null, false, text), (time.Value, time.Instant, time.IsAmbiguous, time.Text));
    }
}
