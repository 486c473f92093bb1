using System;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Http;

/// <summary>
/// The token of an access key at a gateway. It belongs to the key and not to a user, so all connections with that key share it.
/// One caller at a time asks for a new one; the others wait and use it.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The gate is never waited for by handle, so it holds nothing to dispose.")]
internal sealed class TokenCache(TimeProvider clock)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);
    private static readonly ConcurrentDictionary<(Uri Gateway, string AccessKey), WeakReference<TokenCache>> Shared = new();

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Token? _current;

    public Token? Current => Volatile.Read(ref _current);

    /// <summary>The cache for a key at a gateway; it lives as long as a connection holds it.</summary>
    public static TokenCache For(Uri gateway, string accessKey, TimeProvider clock)
    {
        while (true)
        {
            var reference = Shared.GetOrAdd((gateway, accessKey), _ => new WeakReference<TokenCache>(new TokenCache(clock)));
            if (reference.TryGetTarget(out var cache)) return cache;
            Shared.TryUpdate((gateway, accessKey), new WeakReference<TokenCache>(new TokenCache(clock)), reference);
        }
    }

    /// <summary>A token that can be used, or the answer by which the token service said no.</summary>
    /// <param name="refused">A token the gateway did not accept; another one is wanted.</param>
    /// <param name="ask">Asks the token service: for a refresh of the given token, or for a token.</param>
    public async Task<TokenResult> GetAsync(
        Token? refused, Func<Token?, CancellationToken, Task<ServiceResponse>> ask, CancellationToken cancellationToken)
    {
        if (Usable(refused) is { } token) return new TokenResult(token, Refusal: null);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Usable(refused) is { } renewed) return new TokenResult(renewed, Refusal: null);
            ServiceResponse? answer = null;
            if (_current is { } old && old != refused && Age(old) < old.Lifetime)
            {
                answer = await AskAsync(old).ConfigureAwait(false);
            }

            _current = null;
            if (answer is not { IsSuccess: true }) answer = await AskAsync(null).ConfigureAwait(false);
            if (answer.Data.ValueKind != JsonValueKind.Object
                || !answer.IsSuccess
                || !answer.Data.TryGetProperty("accessToken", out var value)
                || value.AsText() is not { Length: > 0 } text) return new TokenResult(Token: null, answer);

            var seconds = answer.Data.TryGetProperty("expire", out var expire) ? expire.AsReal() ?? 0 : 0;
            // The answer may be an old token with the rest of its life, so the lifetime counts from now.
            _current = new Token(text, clock.GetTimestamp(), TimeSpan.FromSeconds(Math.Max(0, Math.Min(seconds, int.MaxValue))));
            return new TokenResult(_current, Refusal: null);
        }
        finally
        {
            _gate.Release();
        }

        Task<ServiceResponse> AskAsync(Token? refreshed) => ask(refreshed, cancellationToken);
    }

    private Token? Usable(Token? refused) =>
        Current is { } token && token != refused && Age(token) < token.Lifetime - Margin(token) ? token : null;

    private TimeSpan Age(Token token) => clock.GetElapsedTime(token.Received);

    /// <summary>How long before its end a token is renewed: five minutes, less for one that lives short.</summary>
    private static TimeSpan Margin(Token token)
    {
        var tenth = TimeSpan.FromTicks(token.Lifetime.Ticks / 10);
        return tenth < LongestMargin ? tenth : LongestMargin;
    }
}

/// <summary>An access token, when it came and how long it lives from then.</summary>
internal sealed class Token(string value, long received, TimeSpan lifetime)
{
    public string Value { get; } = value;

    public long Received { get; } = received;

    public TimeSpan Lifetime { get; } = lifetime;
}

/// <summary>Either a token or the answer that refused one.</summary>
internal sealed record TokenResult(Token? Token, ServiceResponse? Refusal);
