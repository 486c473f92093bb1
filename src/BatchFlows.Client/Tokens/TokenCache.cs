using System;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net.Http;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Network;
using BatchFlows.Model.Json;

namespace BatchFlows.Client.Tokens;

/// <summary>Asks the token service: for a refresh of the given token, or for a token.</summary>
internal delegate Task<ServiceResponse> AskForToken(Token? refreshed, CancellationToken cancellationToken);

/// <summary>
/// A token, or the answer that refused one; both when a token is still good that could not be refreshed.
/// </summary>
internal sealed record TokenResult(Token? Token, ServiceResponse? Refusal);

/// <summary>
/// The token of a pair of keys at a gateway. It belongs to the keys and not to a user, so all connections with them
/// share it. One caller at a time asks for a new one; the others wait and share what comes, be it a token, a refusal or
/// a broken connection.
/// </summary>
[SuppressMessage(
    "Design", "CA1001", Justification = "The gate is never waited for by handle, so it holds nothing to dispose.")]
internal sealed class TokenCache(TimeProvider clock)
{
    private static readonly ConcurrentDictionary<string, WeakReference<TokenCache>> Shared = new();

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Token? _current;
    private Inquiry? _last;

    /// <summary>The cache for a pair of keys at a gateway; it lives as long as a connection holds it.</summary>
    public static TokenCache For(Uri gateway, AccessKey key, TimeProvider clock)
    {
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

    /// <summary>A token that can be used, or the answer by which the token service said no.</summary>
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
            // What one connection thinks of a certificate is not shared with another.
            _last = new Inquiry(asked, Result: null, ExceptionDispatchInfo.Capture(e));
            throw;
        }
    }

    private Task<TokenResult> RenewAsync(Token? refused, AskForToken ask, CancellationToken cancellationToken) =>
        _current is { } old && !IsSame(old, refused) && !old.HasEnded(clock)
            ? RefreshAsync(old, ask, cancellationToken)
            : GetNewAsync(ask, cancellationToken);

    private async Task<TokenResult> RefreshAsync(Token old, AskForToken ask, CancellationToken cancellationToken)
    {
        try
        {
            var refreshed = await ask(old, cancellationToken).ConfigureAwait(false);
            if (Read(refreshed) is { } longer) return new TokenResult(longer, Refusal: null);
            if (refreshed.Status is null) return UseToItsEnd(old, refreshed);
        }
        catch (Exception e) when (IsNoAnswer(e))
        {
            return UseToItsEnd(old, refusal: null);
        }
        catch (OperationCanceledException)
        {
            old.UseToItsEnd(); // the next caller shall not wait in vain, too
            throw;
        }

        return await GetNewAsync(ask, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TokenResult> GetNewAsync(AskForToken ask, CancellationToken cancellationToken)
    {
        var answer = await ask(null, cancellationToken).ConfigureAwait(false);
        return Read(answer) is { } token ? new TokenResult(token, Refusal: null) : new TokenResult(Token: null, answer);
    }

    /// <summary>
    /// A refresh that is not refused but not to be had now: the token is good to its end, and then another is asked
    /// for.
    /// </summary>
    private static TokenResult UseToItsEnd(Token token, ServiceResponse? refusal)
    {
        token.UseToItsEnd();
        return new TokenResult(token, refusal);
    }

    private Token? Read(ServiceResponse answer)
    {
        var data = answer.Data;
        if (!answer.IsSuccess || data.ValueKind != JsonValueKind.Object) return null;
        if (!data.TryGetProperty("accessToken", out var value) || value.AsText() is not { Length: > 0 } text)
            return null;
        var seconds = data.TryGetProperty("expire", out var expire) ? expire.AsReal() ?? 0 : 0;
        // The answer may be an old token with the rest of its life, so the lifetime counts from now.
        return new Token(text, TimeSpan.FromSeconds(Math.Max(0, Math.Min(seconds, int.MaxValue))), clock);
    }

    /// <summary>When the token service was asked last, and what came of it.</summary>
    private sealed record Inquiry(long Asked, TokenResult? Result, ExceptionDispatchInfo? Failure)
    {
        /// <summary>True while the token service does not want to be asked again.</summary>
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
