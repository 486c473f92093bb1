using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net.Http;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Network;

namespace BatchFlows.Client.Tokens;

/// <summary>
/// The token of a pair of keys at a gateway. It belongs to the keys and not to a user, so all connections with them
/// share it. One caller at a time requests a new one; the others wait and share the result, whether it is a token, a
/// refusal or a broken connection.
/// </summary>
[SuppressMessage(
    "Design", "CA1001", Justification = "The gate is never waited for by handle, so it holds nothing to dispose.")]
internal sealed partial class TokenCache(TimeProvider clock)
{
    private static readonly ConcurrentDictionary<string, WeakReference<TokenCache>> Shared = new();

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Token? _current;
    private Inquiry? _last;

    /// <summary>The cache for a pair of keys at a gateway; it lives as long as a connection holds it.</summary>
    public static TokenCache For(Uri gateway, AccessKey key, TimeProvider clock)
    {
        foreach (var other in Shared)
        {
            // Removes only this cache: a connection may just have put another one in its place.
            if (!other.Value.TryGetTarget(out _))
                ((ICollection<KeyValuePair<string, WeakReference<TokenCache>>>)Shared).Remove(other);
        }

        var name = $"{gateway} {key.Fingerprint}";
        while (true)
        {
            var reference = Shared.GetOrAdd(name, _ => new WeakReference<TokenCache>(new TokenCache(clock)));
            if (reference.TryGetTarget(out var cache)) return cache;
            Shared.TryUpdate(name, new WeakReference<TokenCache>(new TokenCache(clock)), reference);
        }
    }

    /// <summary>A token that is at hand and not yet to be renewed.</summary>
    /// <param name="refused">A token the gateway did not accept; another one is wanted.</param>
    public TokenResult? FindUsable(Token? refused) =>
        FindCurrent(refused) is { } token && !token.IsDue(clock) ? new TokenResult(token, Refusal: null) : null;

    /// <summary>A token that can be used, or the answer by which the token service refused one.</summary>
    /// <param name="refused">A token the gateway did not accept; another one is wanted.</param>
    public async Task<TokenResult> GetAsync(Token? refused, AskForToken ask, CancellationToken cancellationToken)
    {
        if (FindUsable(refused) is { } usable) return usable;
        var before = Volatile.Read(ref _last);
        if (!await _gate.WaitAsync(0, cancellationToken).ConfigureAwait(false))
        {
            // Somebody is renewing it already, and it is good until then.
            if (FindCurrent(refused) is { } old && !old.HasEnded(clock)) return new TokenResult(old, Refusal: null);
            await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            if (FindUsable(refused) is { } renewed) return renewed;
            if (_last is { } last)
            {
                if (last.IsHeldOff(clock)) return new TokenResult(Token: null, last.Result!.Refusal);
                var isNews = !ReferenceEquals(last, before)
                    && (last.Result?.Token is not { } given || !IsSame(given, refused));
                if (isNews) return last.Answer();
            }

            return await KeepAsync(refused, () => RenewAsync(refused, ask, cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// Asks for a token even when one is at hand, which does not prove that this secret key is right.
    /// </summary>
    public async Task<TokenResult> ProveAsync(AskForToken ask, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await KeepAsync(refused: null, () => GetNewAsync(ask, cancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static bool IsNoAnswer(Exception exception) =>
        exception is HttpRequestException or IOException or TimeoutException;

    private static bool IsSame(Token token, Token? other) => token.Value == other?.Value;

    private Token? FindCurrent(Token? refused) =>
        Volatile.Read(ref _current) is { } token && !IsSame(token, refused) ? token : null;

    private async Task<TokenResult> KeepAsync(Token? refused, Func<Task<TokenResult>> inquire)
    {
        var asked = clock.GetTimestamp();
        try
        {
            var result = await inquire().ConfigureAwait(false);
            _last = new Inquiry(asked, result, Failure: null);
            if (result.Token is not null) _current = result.Token;
            else if (_current is { } old && IsSame(old, refused)) _current = null;
            return result;
        }
        catch (Exception e) when (IsNoAnswer(e) && !NetworkFaults.IsCertificateProblem(e))
        {
            // One connection's verdict on a certificate is not shared with another.
            _last = new Inquiry(asked, Result: null, ExceptionDispatchInfo.Capture(e));
            throw;
        }
    }

    /// <summary>When the token service was last asked, and the result.</summary>
    private sealed record Inquiry(long Asked, TokenResult? Result, ExceptionDispatchInfo? Failure)
    {
        /// <summary>True while the token service must not be asked again.</summary>
        public bool IsHeldOff(TimeProvider clock) =>
            Result?.Refusal is { } refusal
                && RetryAfter.Of(refusal, clock) is { } wait
                && clock.GetElapsedTime(Asked) < wait;

        public TokenResult Answer()
        {
            Failure?.Throw();
            return Result!;
        }
    }
}
