using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Model.Json;

namespace BatchFlows.Client.Tokens;

/// <summary>Asks the token service: for a refresh of the given token, or for a token.</summary>
internal delegate Task<ServiceResponse> AskForToken(Token? refreshed, CancellationToken cancellationToken);

/// <content>How it asks for a token, and when for a refresh.</content>
internal sealed partial class TokenCache
{
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
    /// The refresh failed without being refused: the token is used until it expires, and then a new one is requested.
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
        if (!data.TryGetProperty("accessToken", out var value) || value.ValueKind != JsonValueKind.String
            || value.AsText() is not { Length: > 0 } text || !text.All(IsSendable))
            return null;
        var seconds = data.TryGetProperty("expire", out var expire) ? expire.AsReal() : null;
        // The answer may be an old token with the rest of its life, so the lifetime counts from now. A token without a
        // lifetime is used until it is refused: requesting one before each call would help nobody.
        var lifetime = seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds.Value, int.MaxValue)) : TimeSpan.MaxValue;
        return new Token(text, lifetime, clock);
    }

    /// <summary>A header accepts no other characters; the call would fail.</summary>
    private static bool IsSendable(char character) => character is > ' ' and <= '~';
}
