using System;

namespace BatchFlows.Model.Tests;

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
        Assert.True(
            new ServiceTime("2020-01-01 08:00:00") > new ServiceTime(
                new DateTime(2020, 1, 1, 7, 0, 0, DateTimeKind.Utc)));

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
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("soon", true)]
    [InlineData("2019-08-08T20:39:00", true)]
    public void A_text_that_cannot_be_read_is_ambiguous_and_none_at_all_is_not(string? text, bool isAmbiguous)
    {
        var time = new ServiceTime(text, China);

        Assert.Equal((null, null, isAmbiguous, text), (time.Value, time.Instant, time.IsAmbiguous, time.Text));
    }

    [Theory]
    [InlineData("2019-08-08T20:39:00+08:00", 20, 8)]
    [InlineData("2019-08-08T12:39:00Z", 12, 0)]
    [InlineData(" 2019-08-08T12:39:00.000Z ", 12, 0)]
    public void A_text_that_names_its_zone_is_a_moment_whatever_the_servers_zone(string text, int hour, int offset)
    {
        var time = new ServiceTime(text, new ServerZone("GMT-5"), isContradicted: _ => true);

        Assert.Equal(new DateTimeOffset(2019, 8, 8, 12, 39, 0, TimeSpan.Zero), time.Instant);
        Assert.Equal(
            (TimeSpan.FromHours(offset), new DateTime(2019, 8, 8, hour, 39, 0)), (time.Instant?.Offset, time.Value));
        Assert.Equal((false, text), (time.IsAmbiguous, time.Text));
    }

    [Fact]
    public void A_moment_that_is_given_as_one_is_not_ambiguous()
    {
        Assert.False(new ServiceTime(DateTimeOffset.FromUnixTimeMilliseconds(0)).IsAmbiguous);
        Assert.False(new ServiceTime(DateTime.UnixEpoch).IsAmbiguous);
        Assert.True(new ServiceTime(DateTime.SpecifyKind(DateTime.UnixEpoch, DateTimeKind.Unspecified)).IsAmbiguous);
    }

    [Theory]
    [InlineData("2019-08-08T20:39:00+08:00", "2019-08-08T12:39:00Z", true)]
    [InlineData("2019-08-08T20:39:00+08:00", "2019-08-08T20:39:00Z", false)]
    [InlineData("2019-08-08T20:39:00+08:00", "2019-08-08 20:39:00", true)]
    [InlineData("2019-08-08 20:39:00.0", "2019-08-08 20:39:00", true)]
    [InlineData("soon", "soon", true)]
    [InlineData("soon", "later", false)]
    [InlineData("soon", "2019-08-08", false)]
    public void Times_are_equal_by_moment_or_else_by_clock_or_else_by_text(string one, string other, bool areEqual)
    {
        var (left, right) = (new ServiceTime(one), new ServiceTime(other));

        Assert.Equal(
            (areEqual, areEqual, areEqual), (left == right, right.Equals((object)left), left.CompareTo(right) == 0));
        if (areEqual) Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void A_time_that_can_be_read_does_not_equal_the_same_text_that_cannot()
    {
        const string text = "Tue Feb 02 17:35:00 CST 2021";

        Assert.NotEqual(ServiceTime.FromJava(text), new ServiceTime(text));
    }

    [Fact]
    public void A_time_is_formatted_the_same_in_every_culture()
    {
        var time = new ServiceTime("2026-03-01 16:30:00", China);
        var thai = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        thai.DateTimeFormat.TimeSeparator = ".";

        Assert.Equal("2026-03-01 16:30 +08:00", time.ToString("yyyy-MM-dd HH:mm zzz", thai));
        Assert.Equal("16:30", string.Format(thai, "{0:HH:mm}", time));
        Assert.Equal("2026-03-01 16:30:00", $"{time}");
        Assert.Equal("2026-03-01 16:30", time.ToString("yyyy-MM-dd HH:mm"));
        Assert.Equal("soon", new ServiceTime("soon").ToString("HH:mm", thai));
    }

    [Fact]
    public void A_known_moment_becomes_a_date_that_knows_its_zone_and_a_day_stays_that_day()
    {
        var time = (DateTime)new ServiceTime("2026-03-01 16:30:00", China);

        Assert.Equal((DateTimeKind.Local, 8), (time.Kind, time.ToUniversalTime().Hour));
        Assert.Equal(new DateTime(2026, 3, 1), (DateTime)new ServiceTime("2026-03-01", China));
    }
}
