using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Tokens;
using BatchFlows.Model.Json;

namespace BatchFlows.Client.Tests;

/// <summary>Who asks the token service, and who shares the answer.</summary>
public class TokenCacheTests
{
    private readonly TestClock _clock = new();
    private readonly TokenCache _cache;
    private readonly TaskCompletionSource _held = new();
    private int _asked;

    public TokenCacheTests() => _cache = new TokenCache(_clock);

    [Fact]
    public async Task Callers_that_wait_share_a_refusal()
    {
        var results = Start(10, (_, _) => AnswerAsync(Refusal()));

        Assert.All(await results, result => Assert.NotNull(result.Refusal));
        Assert.Equal(1, _asked);
        await _cache.GetAsync(null, (_, _) => AnswerAsync(Refusal()), default);
        Assert.Equal(2, _asked);
    }

    [Theory]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(TimeoutException))]
    public async Task Callers_that_wait_share_a_broken_connection_and_an_answer_that_never_came(Type kind)
    {
        var results = Start(10, async (_, _) =>
        {
            await AnswerAsync(Refusal());
            throw (Exception)Activator.CreateInstance(kind)!;
        });

        await Assert.ThrowsAsync(kind, () => results);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_caller_that_is_stopped_leaves_the_question_to_the_next()
    {
        using var stop = new CancellationTokenSource();
        var stopped = _cache.GetAsync(null, async (_, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException();
        }, stop.Token);
        _held.SetResult();
        var next = _cache.GetAsync(null, (_, _) => AnswerAsync(Granted("t")), default);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        Assert.Equal("t", (await next).Token!.Value);
    }

    [Fact]
    public async Task A_proof_is_asked_for_by_the_one_who_needs_it()
    {
        var first = _cache.GetAsync(null, (_, _) => AnswerAsync(Granted("t")), default);
        var proof = _cache.ProveAsync((_, _) => AnswerAsync(Refusal()), default);
        _held.SetResult();

        Assert.NotNull((await first).Token);
        Assert.NotNull((await proof).Refusal);
        // and its refusal does not cost the others their token
        Assert.Equal(
            "t", (await _cache.GetAsync(null, (_, _) => throw new InvalidOperationException(), default)).Token!.Value);
    }

    [Fact]
    public async Task Nobody_asks_before_the_token_service_wants_to_be_asked_again()
    {
        _held.SetResult();
        for (var i = 0; i < 3; i++) await _cache.GetAsync(null, (_, _) => AnswerAsync(Refusal(retryAfter: 5)), default);
        Assert.Equal(1, _asked);

        _clock.Advance(TimeSpan.FromSeconds(5));
        await _cache.GetAsync(null, (_, _) => AnswerAsync(Granted("t")), default);

        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task While_one_renews_a_token_the_others_use_it()
    {
        await GrantAndAgeAsync();
        var slow = new TaskCompletionSource<ServiceResponse>();

        var renewing = _cache.GetAsync(null, (_, _) => slow.Task, default);
        var other = await _cache.GetAsync(null, (_, _) => throw new InvalidOperationException(), default);

        Assert.Equal("old", other.Token!.Value);
        slow.SetResult(Granted("new"));
        Assert.Equal("new", (await renewing).Token!.Value);
    }

    [Fact]
    public async Task Whoever_had_a_token_refused_does_not_get_it_back_from_a_failed_refresh()
    {
        var old = await GrantAndAgeAsync();
        var slow = new TaskCompletionSource<ServiceResponse>();
        var renewing = _cache.GetAsync(null, (_, _) => slow.Task, default);
        var refused = _cache.GetAsync(
            old, (refreshed, _) => Task.FromResult(refreshed is null ? Granted("new") : Refusal()), default);

        slow.SetResult(Refusal());

        Assert.Equal("old", (await renewing).Token!.Value);
        Assert.Equal("new", (await refused).Token!.Value);
    }

    [Fact]
    public async Task A_refresh_that_hangs_costs_one_caller_its_time_and_not_the_next()
    {
        await GrantAndAgeAsync();
        using var limit = new CancellationTokenSource();
        var hanging = _cache.GetAsync(null, async (_, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException();
        }, limit.Token);

        await limit.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        Assert.Equal("old",
            (await _cache.GetAsync(null, (_, _) => throw new InvalidOperationException(), default)).Token!.Value);
    }

    [Fact]
    public async Task A_refresh_that_is_not_answered_in_time_leaves_the_old_token_to_its_end()
    {
        await GrantAndAgeAsync();

        Assert.Equal(
            "old", (await _cache.GetAsync(null, (_, _) => throw new TimeoutException(), default)).Token!.Value);
        Assert.Equal("old",
            (await _cache.GetAsync(null, (_, _) => throw new InvalidOperationException(), default)).Token!.Value);
    }

    [Fact]
    public async Task A_refused_refresh_holds_off_other_questions_too()
    {
        var old = await GrantAndAgeAsync();
        Assert.Equal("old",
            (await _cache.GetAsync(null, (_, _) => Task.FromResult(Refusal(retryAfter: 5)), default)).Token!.Value);

        var heldOff = await _cache.GetAsync(old, (_, _) => throw new InvalidOperationException(), default);
        Assert.Null(heldOff.Token);
        Assert.NotNull(heldOff.Refusal);

        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(
            "new", (await _cache.GetAsync(old, (_, _) => Task.FromResult(Granted("new")), default)).Token!.Value);
    }

    [Fact]
    public void Moments_are_never_the_same_and_follow_a_clock_that_is_set_back()
    {
        var moments = Enumerable.Range(0, 1000).Select(_ => Timestamps.Next(_clock)).ToList();
        Assert.Equal(moments.Distinct().Order(), moments);

        _clock.Advance(TimeSpan.FromHours(-1));

        Assert.Equal(_clock.GetUtcNow().ToUnixTimeMilliseconds(), Timestamps.Next(_clock));
    }

    /// <summary>A token that is due for renewal and good for a while.</summary>
    private async Task<Token> GrantAndAgeAsync()
    {
        var granted = await _cache.GetAsync(null, (_, _) => Task.FromResult(Granted("old")), default);
        _clock.Advance(TimeSpan.FromSeconds(7100));
        return granted.Token!;
    }

    private static ServiceRequest Asked =>
        new(Operations.GetToken, new Uri("https://gateway.example/"), subject: null,
            new System.Collections.Generic.Dictionary<string, string>());

    private static ServiceResponse Granted(string token) =>
        new(Asked, new HttpResponseMessage(HttpStatusCode.OK), BodyForm.Json, JsonBody.Parse(
            System.Text.Encoding.UTF8.GetBytes(
                $$"""{"status":0,"data":{"accessToken":"{{token}}","expire":7200} }""")).Root);

    private static ServiceResponse Refusal(int retryAfter = 0)
    {
        var transport = new HttpResponseMessage((HttpStatusCode)429);
        if (retryAfter > 0) transport.Headers.RetryAfter = new(TimeSpan.FromSeconds(retryAfter));
        return new(Asked, transport, BodyForm.Empty, default);
    }

    private async Task<ServiceResponse> AnswerAsync(ServiceResponse response)
    {
        Interlocked.Increment(ref _asked);
        await _held.Task;
        return response;
    }

    private Task<TokenResult[]> Start(int callers, AskForToken ask)
    {
        var results = Enumerable.Range(0, callers).Select(_ => _cache.GetAsync(null, ask, default)).ToList();
        _held.SetResult();
        return Task.WhenAll(results);
    }
}
