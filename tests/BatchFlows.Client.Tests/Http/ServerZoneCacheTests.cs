using System;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

/// <summary>The zone is asked for again when it was not to be had, but not by every call.</summary>
public sealed class ServerZoneCacheTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly StubGateway _service;
    private readonly FlowConnection _connection;
    private readonly FlowClient _client;
    private bool _isBroken = true;

    public ServerZoneCacheTests()
    {
        _service = new StubGateway(call =>
            call.IsToken ? null
            : call.Action != "getTimeZone" ? """{"flowId":1,"startTime":"2019-07-24"}"""
            : _isBroken ? Reply.Refusal(62103, "no") : """{"timezone":"GMT+8"}""");
        _connection = Connect.To(_service, _clock);
        _client = new FlowClient(_connection);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task A_zone_that_was_not_to_be_had_is_asked_for_again_after_a_minute()
    {
        Assert.False(await IsZoneKnownAsync());
        _isBroken = false;
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(await IsZoneKnownAsync());
        Assert.Equal(1, _service.Count("getTimeZone"));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await IsZoneKnownAsync());
        Assert.True(await IsZoneKnownAsync());
        Assert.Equal(2, _service.Count("getTimeZone"));
    }

    [Fact]
    public async Task Asking_for_the_zone_itself_is_enough_to_know_it()
    {
        Assert.False(await IsZoneKnownAsync());
        _isBroken = false;

        await _client.GetTimeZoneAsync();

        Assert.True(await IsZoneKnownAsync());
        Assert.Equal(2, _service.Count("getTimeZone"));
    }

    [Fact]
    public async Task Why_it_is_not_known_is_told_once()
    {
        Assert.Null(_connection.Zone.TakeProblem());
        await IsZoneKnownAsync();

        Assert.Contains("62103", _connection.Zone.TakeProblem(), StringComparison.Ordinal);
        Assert.Null(_connection.Zone.TakeProblem());
    }

    [Theory]
    [InlineData("GMT+8", null)]
    [InlineData("Mars", "The service names it 'Mars', which is in no known form.")]
    public void A_zone_in_no_known_form_is_a_problem(string zone, string? problem)
    {
        _connection.Zone.Set(new ServerZone(zone));

        Assert.Equal(problem, _connection.Zone.TakeProblem());
    }

    [Fact]
    public async Task A_cancelled_question_is_not_kept()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _connection.Zone.GetAsync(_client.GetTimeZoneAsync, new CancellationToken(canceled: true)));
        _isBroken = false;

        Assert.True(await IsZoneKnownAsync());
    }

    private async Task<bool> IsZoneKnownAsync() => (await _client.GetFlowAsync(1)).StartTime?.Instant is not null;
}
