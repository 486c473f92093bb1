using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Errors;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Tokens;

namespace BatchFlows.Client.Handlers;

/// <summary>
/// Signs each attempt anew, with a token. A call whose token was refused is sent again with another token, as long as
/// the token service returns a new one; that is safe for changes too, because the gateway refuses before the service
/// sees them. A new token may not be known everywhere yet, so the call is repeated once after a short wait before it
/// fails. Each attempt waits for its turn before it is signed, so that no timestamp becomes too old.
/// </summary>
internal sealed class SigningHandler(
    Uri gateway, AccessKey key, TokenCache tokens, RequestPace pace, TimeProvider clock) : DelegatingHandler
{
    private const int RepeatedRequest = 1001;
    private const int MostTokenRequests = 3;
    private const int MostTokens = 4;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private long? _passed;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var service = (ServiceRequest)request;
        if (service.Operation.IsToken)
        {
            var proof = await tokens.ProveAsync(AskFor(service), cancellationToken).ConfigureAwait(false);
            return proof.Refusal?.For(service) ?? new ServiceResponse(service);
        }

        Token? refused = null;
        var hasWaited = false;
        for (var sent = 1; ; sent++)
        {
            service.BeginAttempt();
            var (token, refusal) = tokens.FindUsable(refused)
                ?? await tokens.GetAsync(refused, AskFor(service), cancellationToken).ConfigureAwait(false);
            if (token is null) return refusal!.For(service);
            if (sent > 1) service.Attempts++;
            await pace.WaitAsync(cancellationToken).ConfigureAwait(false);
            Sign(service, token);
            var response = (ServiceResponse)await base.SendAsync(service, cancellationToken).ConfigureAwait(false);
            // The token service's own wait is ignored here: the token cache respects it, and calls that have a token
            // continue.
            if (response.StatusCode == (HttpStatusCode)429) pace.HoldBack(RetryAfter.Of(response, clock));
            service.IsDoubtful |= Doubt.IsLeftBy(response);
            if (response.IsSuccess) lock (_gate) _passed = clock.GetTimestamp();
            if (!response.IsTokenRefused) return response;
            var isHopeless = hasWaited || sent == MostTokens || token.Value == refused?.Value;
            refused = isHopeless ? null : token;
            if (!isHopeless) continue;
            if (hasWaited || !token.IsYoung(clock))
            {
                service.IsSignatureProven = HaveOthersPassed();
                return response;
            }

            hasWaited = true;
            await clock.Delay(Settling, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool HaveOthersPassed()
    {
        lock (_gate) return _passed is { } passed && clock.GetElapsedTime(passed) < Recent;
    }

    /// <summary>Asks the token service on behalf of a call, and notes that on the call.</summary>
    private AskForToken AskFor(ServiceRequest call) => async (refreshed, cancellationToken) =>
    {
        for (var attempt = 1; ; attempt++)
        {
            await pace.WaitAsync(cancellationToken).ConfigureAwait(false);
            var asked = TokenRequests.Create(gateway, key, refreshed, clock, call.Trace);
            var answer = (ServiceResponse)await base.SendAsync(asked, cancellationToken).ConfigureAwait(false);
            // Another process with the same key may have asked in the same millisecond.
            if (answer.Status != RepeatedRequest || attempt == MostTokenRequests) return answer;
        }
    };

    private void Sign(ServiceRequest request, Token token)
    {
        var timestamp = Timestamps.ToText(Timestamps.Next(clock));
        var signature = key.Sign(token.Value, request.Parameters, request.Body, timestamp);
        Put("apim-accesstoken", token.Value);
        Put("apim-signature", signature);
        Put("apim-timestamp", timestamp);
        request.KeepSecret(key.Id);
        request.SecretKey = key.Reveal;
        request.KeepSecret(token.Value);
        request.KeepSecret(signature);

        void Put(string name, string value)
        {
            if (request.Attempts > 1) request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
