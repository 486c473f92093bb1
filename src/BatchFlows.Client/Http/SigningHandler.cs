using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Http;

/// <summary>
/// Puts token and signature on each attempt, anew. A call refused for its token is signed with another one and sent once more;
/// that is safe for changes too, since the gateway refuses before the service sees them.
/// </summary>
internal sealed class SigningHandler(Uri gateway, AccessKey key, TokenCache tokens, TimeProvider clock) : DelegatingHandler
{
    private const int RepeatedRequest = 1001;
    private const int MostTokenRequests = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var service = (ServiceRequest)request;
        service.IsSent = false;
        // A token at hand does not prove this connection's secret key: whoever asks for one as such gets it from the token service.
        var unproven = service.Operation.IsToken ? tokens.Current : null;
        var result = await tokens.GetAsync(key, unproven, AskAsync, cancellationToken).ConfigureAwait(false);
        if (result.Token is not { } token) return result.Refusal!;
        if (service.Operation.IsToken) return new ServiceResponse(service);

        var response = await SendSignedAsync(token).ConfigureAwait(false);
        if (!response.IsTokenRefused) return response;

        service.IsSent = false;
        result = await tokens.GetAsync(key, token, AskAsync, cancellationToken).ConfigureAwait(false);
        if (result.Token is null) return result.Refusal!;
        service.Attempts++;
        return await SendSignedAsync(result.Token).ConfigureAwait(false);

        async Task<ServiceResponse> SendSignedAsync(Token current)
        {
            Sign(service, current);
            service.IsSent = true;
            return (ServiceResponse)await base.SendAsync(service, cancellationToken).ConfigureAwait(false);
        }

        async Task<ServiceResponse> AskAsync(Token? refreshed, CancellationToken cancellation)
        {
            for (var attempt = 1; ; attempt++)
            {
                var asked = TokenRequests.Create(gateway, key, refreshed, clock, service.Trace);
                var answer = (ServiceResponse)await base.SendAsync(asked, cancellation).ConfigureAwait(false);
                // Another process with the same key may have asked in the same millisecond.
                if (answer.Status != RepeatedRequest || attempt == MostTokenRequests) return answer;
            }
        }
    }

    private void Sign(ServiceRequest request, Token token)
    {
        var timestamp = Timestamps.ToText(Timestamps.Next(clock));
        var signature = key.Sign(token.Value, request.Parameters, request.Body, timestamp);
        Replace("apim-accesstoken", token.Value);
        Replace("apim-signature", signature);
        Replace("apim-timestamp", timestamp);
        request.KeepSecret(key.Id);
        request.KeepSecret(token.Value);
        request.KeepSecret(signature);

        void Replace(string name, string value)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
