using System;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Http;

/// <summary>
/// The token of an access key at a gateway. It belongs to the key and not to a user, so all connections with that key share it.
/// One caller at a time asks for a new one; the others wait and share what comes, be it a token or a refusal.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The gate is never waited for by handle, so it holds nothing to dispose.")]
internal sealed class TokenCache(TimeProvider clock)
{
    private static readonly ConcurrentDictionary<(Uri Gateway, string AccessKey), WeakReference<TokenCache>> Shared = new();

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Token? _current;
    private (AccessKey Key, TokenResult Result)? _last;

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
    /// <param name="key">Who asks: a refusal is shared only with callers of the same secret key.</param>
    /// <param name="refused">A token the gateway did not accept; another one is wanted.</param>
    /// <param name="ask">Asks the token service: for a refresh of the given token, or for a token.</param>
    public async Task<TokenResult> GetAsync(
        AccessKey key, Token? refused, Func<Token?, CancellationToken, Task<ServiceResponse>> ask, CancellationToken cancellationToken)
    {
        if (Usable(refused) is { } token) return new TokenResult(token, Refusal: null);
        var before = _last;
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Usable(refused) is { } renewed) return new TokenResult(renewed, Refusal: null);
            if (_last is { } last && last.Key == key && last.Result != before?.Result && last.Result.Refusal is not null) return last.Result;
            var result = await RenewAsync(refused, ask, cancellationToken).ConfigureAwait(false);
            _current = result.Token;
            _last = (key, result);
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<TokenResult> RenewAsync(
        Token? refused, Func<Token?, CancellationToken, Task<ServiceResponse>> ask, CancellationToken cancellationToken)
    {
        if (_current is { } old && old != refused && !old.HasEnded(clock))
        {
            var refreshed = await ask(old, cancellationToken).ConfigureAwait(false);
            if (Read(refreshed) is { } longer) return new TokenResult(longer, Refusal: null);
            // Not refused but not to be had now: the token is good to its end, and then another is asked for.
            if (refreshed.Status is null) return new TokenResult(old.UsedToItsEnd(), Refusal: null);
        }

        var answer = await ask(null, cancellationToken).ConfigureAwait(false);
        return Read(answer) is { } token ? new TokenResult(token, Refusal: null) : new TokenResult(Token: null, answer);
    }

    private Token? Read(ServiceResponse answer)
    {
        var data = answer.Data;
        if (!answer.IsSuccess || data.ValueKind != JsonValueKind.Object) return null;
        if (!data.TryGetProperty("accessToken", out var value) || value.AsText() is not { Length: > 0 } text) return null;
        var seconds = data.TryGetProperty("expire", out var expire) ? expire.AsReal() ?? 0 : 0;
        // The answer may be an old token with the rest of its life, so the lifetime counts from now.
        return Token.Received(text, TimeSpan.FromSeconds(Math.Max(0, Math.Min(seconds, int.MaxValue))), clock);
    }

    private Token? Usable(Token? refused) => Current is { } token && token != refused && !token.IsDue(clock) ? token : null;
}

/// <summary>Either a token or the answer that refused one.</summary>
internal sealed record TokenResult(Token? Token, ServiceResponse? Refusal);
