using System;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class ClockTests
{
    private static readonly DateTimeOffset Start = TestClock.SandboxStart;

    private readonly Desk _desk = Desk.Fresh();

    private SandboxClock Clock => _desk.Service.Clock;

    [Fact]
    public void It_goes_with_the_machine_from_where_it_was_moved_to()
    {
        Assert.Equal(Start, Clock.Now);
        Clock.Advance(TimeSpan.FromHours(1));
        _desk.Machine.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Start.AddMinutes(61), Clock.Now);
        Clock.Set(new(2021, 1, 1, 8, 0, 0, TimeSpan.FromHours(8)));
        _desk.Machine.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new DateTimeOffset(2021, 1, 1, 0, 1, 0, TimeSpan.Zero), Clock.Now);
    }

    [Fact]
    public void It_goes_as_fast_as_it_is_told()
    {
        Clock.Speed = 60;
        _desk.Machine.Advance(TimeSpan.FromSeconds(2));
        Clock.Speed = 0;
        _desk.Machine.Advance(TimeSpan.FromHours(2));
        Assert.Equal(Start.AddMinutes(2), Clock.Now);
        Clock.Speed = 0.5;
        _desk.Machine.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Start.AddSeconds(121), Clock.Now);
    }

    [Fact]
    public void It_stays_at_its_end()
    {
        Clock.Advance(TimeSpan.MaxValue);
        Assert.Equal(9000, Clock.Now.Year);
        Clock.Set(Start);
        Clock.Speed = double.MaxValue;
        _desk.Machine.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(9000, Clock.Now.Year);
    }

    [Fact]
    public void What_no_clock_does_is_a_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Clock.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Clock.Set(DateTimeOffset.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Clock.Set(DateTimeOffset.MinValue));
        foreach (var speed in new[] { -1, double.NaN, double.PositiveInfinity })
            Assert.Throws<ArgumentOutOfRangeException>(() => Clock.Speed = speed);
    }

    [Fact]
    public async Task Moving_it_far_leaves_signatures_and_tokens_alone()
    {
        await _desk.DataAsync("Get Current Time");
        Clock.Advance(TimeSpan.FromDays(1000));
        Assert.Equal(Start.AddDays(1000).ToUnixTimeMilliseconds(), (long)await _desk.DataAsync("Get Current Time"));
        Clock.Set(Start.AddYears(-10));
        await _desk.DataAsync("Get Current Time");
    }

    [Fact]
    public async Task At_its_end_everything_still_works()
    {
        Clock.Set(new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var instance = await _desk.TriggerAsync(2924);
        await _desk.DataAsync("Cancel Flow Instance", new() { ["flowInstId"] = instance });
        Assert.Equal("CANCEL", await _desk.StatusAsync(instance));
    }
}
