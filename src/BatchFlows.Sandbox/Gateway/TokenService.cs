using System;
using System.Collections.Generic;

namespace BatchFlows.Sandbox;

/// <summary>Issues the tokens of one access key: at most one is valid at a time.</summary>
internal sealed class TokenService(string accessKey, string secretKey, TimeProvider clock)
{
    public static readonly SandboxResponse Expired = SandboxResponse.Token(1203, "The access token has expired.");

    private readonly object _gate = new();
    private readonly HashSet<string> _usedEncryptions = [];
    private readonly HashSet<string> _stale = [];
    private (string Value, DateTimeOffset Expiry)? _current;
    private DateTimeOffset _granted;

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(2);

    public TimeSpan Delay { get; set; }

    public string? LifetimeText { get; set; }

    public TokenState StateOf(string token)
    {
        lock (_gate)
        {
            RetireIfExpired();
            return token == _current?.Value && clock.GetUtcNow() - _granted >= Delay ? TokenState.Valid
                : _stale.Contains(token) ? TokenState.Stale
                : TokenState.Unknown;
        }
    }

    public void ExpireAll()
    {
        lock (_gate) Retire();
    }

    public SandboxResponse Get(byte[] body)
    {
        var request = TokenRequest.Read(body);
        lock (_gate)
        {
            RetireIfExpired();
            return Refuse(request) ?? Grant();
        }
    }

    public SandboxResponse Refresh(byte[] body)
    {
        var request = TokenRequest.Read(body);
        lock (_gate)
        {
            RetireIfExpired();
            if (request?.AccessToken == "") return ParameterEmpty;
            if (Refuse(request) is { } refusal) return refusal;
            if (_stale.Contains(request!.AccessToken)) return Expired;
            if (request.AccessToken != _current?.Value)
                return SandboxResponse.Token(1204, "Refreshing the access token failed.");
            Retire();
            return Grant();
        }
    }

    private static SandboxResponse ParameterEmpty => SandboxResponse.Token(1202, "A parameter is empty.");

    private SandboxResponse? Refuse(TokenRequest? request) => request switch
    {
        null => SandboxResponse.Token(1004, "Invalid parameter."),
        { AppKey: "" } or { Encryption: "" } or { Timestamp: "" } => ParameterEmpty,
        _ when request.AppKey != accessKey => SandboxResponse.Token(1002, "The appKey does not exist."),
        _ when !Signature.Matches(
            Signature.OfTokenRequest(accessKey, request.Timestamp, secretKey), request.Encryption) =>
            SandboxResponse.Token(1003, "The encryption is not valid."),
        _ when !_usedEncryptions.Add(request.Encryption) =>
            SandboxResponse.Token(1001, "Repeated request: the encryption was used before."),
        _ => null,
    };

    private SandboxResponse Grant()
    {
        var now = clock.GetUtcNow();
        if (_current is null) _granted = now;
        var token = _current ??= (Guid.NewGuid().ToString("N"), now + Lifetime);
        // Rounded down: a client must never believe that a token lives longer than it does.
        var expire = (long)(token.Expiry - now).TotalSeconds;
        var lifetime = LifetimeText is "" ? "" : $",\"expire\":{LifetimeText ?? $"{expire}"}";
        return SandboxResponse.Token(0, "SUCCESS", $$"""{"accessToken":"{{token.Value}}"{{lifetime}}}""");
    }

    private void RetireIfExpired()
    {
        if (_current?.Expiry <= clock.GetUtcNow()) Retire();
    }

    private void Retire()
    {
        if (_current is { } token) _stale.Add(token.Value);
        _current = null;
    }
}
