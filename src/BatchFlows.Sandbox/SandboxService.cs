// Longer than 150 lines: the reasons and limits of its settings stand with the one class that users make.
using System;
using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox;

/// <summary>
/// The gateway, its token service and the EnOS Batch Data Processing Service in memory: one method from request to
/// response, without sockets. Safe for concurrent calls. Seeded with a small organisation; its flows are 2924 and 3001
/// to 3006, and some ran in the last day.
/// </summary>
public sealed partial class SandboxService
{
    private const string TokenPrefix = "/apim-token-service/v2.0/token/";
    private const string ServicePrefix = "/batch-processing-service/v2.1/";
    private const string TestAccessKey = "11111111-2222-3333-4444-555555555555";
    private const string TestSecretKey = "66666666-7777-8888-9999-000000000000";

    private readonly TimeProvider _clock;
    private readonly TokenService _tokens;
    private readonly Gatekeeper _gatekeeper;
    private readonly BatchService _service;
    private readonly FaultQueue _faults = new();
    private readonly FaultQueue _tokenFaults = new();
    private readonly FaultPlayer _player;
    private readonly FaultPlayer _tokenPlayer;
    private readonly TrafficMeter _calls = new();
    private readonly TrafficMeter _tokenCalls = new();

    /// <summary>
    /// Makes a service of its own, with new keys and no token issued yet, that follows the system's clock.
    /// </summary>
    public SandboxService()
        : this(accessKey: null, secretKey: null)
    {
    }

    /// <summary>Makes a service of its own, with no token issued yet, that follows the system's clock.</summary>
    /// <param name="accessKey">Its access key; null for a new one.</param>
    /// <param name="secretKey">Its secret key; null for a new one.</param>
    public SandboxService(string? accessKey, string? secretKey)
        : this(TimeProvider.System, accessKey ?? NewKey(), secretKey ?? NewKey())
    {
    }

    /// <summary>Makes a service of its own, with no token issued yet.</summary>
    /// <param name="clock">The machine's clock, which times the gateway.</param>
    /// <param name="accessKey">Its access key; by default one that everybody knows, for tests.</param>
    /// <param name="secretKey">Its secret key; by default one that everybody knows, for tests.</param>
    public SandboxService(TimeProvider clock, string accessKey = TestAccessKey, string secretKey = TestSecretKey)
    {
        _clock = clock;
        AccessKey = accessKey;
        _tokens = new(accessKey, secretKey, _clock);
        _gatekeeper = new(_tokens, secretKey, GatewayTime);
        _player = new(
            GatewayTime,
            () => RedirectTarget,
            serviceFailed: SandboxResponse.Refusal(62109, "Internal server exception"),
            accessDenied: SandboxResponse.Refusal(62103, "User has no privilege."));
        _tokenPlayer = new(
            GatewayTime,
            () => RedirectTarget,
            serviceFailed: SandboxResponse.Token(1005, "Internal service exception."),
            accessDenied: SandboxResponse.Gateway(403, "Your IP address is not allowed"));
        Clock = new(_clock);
        _service = new(Clock);
        SecretKey = new();
        foreach (var character in secretKey) SecretKey.AppendChar(character);
        SecretKey.MakeReadOnly();
    }

    /// <summary>The one organisation, to be sent as <c>orgId</c>.</summary>
    public string OrganizationId { get; } = OrganizationSeed.OrganizationId;

    /// <summary>An administrator of the organisation, to be sent as <c>userId</c>.</summary>
    public string UserId { get; } = OrganizationSeed.AdministratorId;

    /// <summary>The one access key (<c>appKey</c>) that the token service knows.</summary>
    public string AccessKey { get; }

    /// <summary>The secret key that belongs to <see cref="AccessKey"/>; read-only.</summary>
    public SecureString SecretKey { get; }

    /// <summary>A key that nobody can guess.</summary>
    private static string NewKey()
    {
        var bytes = new byte[16];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return new Guid(bytes).ToString();
    }

    /// <summary>Answers one request.</summary>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="cancellationToken">
    /// Ends the wait of <see cref="Latency"/> and of <see cref="SandboxFault.Hang"/>.
    /// </param>
    /// <returns>The answer, to be delivered as its <see cref="SandboxResponse.Delivery"/> says.</returns>
    public async Task<SandboxResponse> HandleAsync(
        SandboxRequest request, CancellationToken cancellationToken = default)
    {
        if (request is null) throw new ArgumentNullException(nameof(request));
        var parts = request.Target.Split(['?'], 2);
        var (path, query) = (parts[0], parts.Length > 1 ? parts[1] : "");
        return Dated(path.StartsWith(ServicePrefix, StringComparison.Ordinal)
            ? await AnswerServiceCallAsync(request, path.Substring(ServicePrefix.Length), query, cancellationToken)
                .ConfigureAwait(false)
            : await AnswerTokenCallAsync(request, path, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>An answer of the gateway for a request that cannot be read.</summary>
    internal SandboxResponse Unreadable(int status, string message) => Dated(SandboxResponse.Gateway(status, message));

    /// <summary>The body of an answer as it arrives.</summary>
    internal DeliveredBody OpenBody(SandboxResponse answer) => new(answer, _clock, DripInterval);

    private async Task<SandboxResponse> AnswerServiceCallAsync(
        SandboxRequest request, string collection, string rawQuery, CancellationToken cancellationToken)
    {
        var query = QueryString.Parse(rawQuery);
        var operation = OperationList.Find(
            request.Method, collection, query.TryGetValue("action", out var action) ? action : "");
        _calls.Enter(operation?.Name);
        var fault = _faults.Take(operation?.Name);
        try
        {
            if (Latency > TimeSpan.Zero) await _clock.Delay(Latency, cancellationToken).ConfigureAwait(false);
            return await _player.PlayAsync(fault, Work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _calls.Leave();
        }

        SandboxResponse Work() => _gatekeeper.Refuse(request, query) ?? (operation is null
            ? SandboxResponse.Gateway(404, "No such operation")
            : _service.Answer(operation, query, request.Body, fault));
    }

    private async Task<SandboxResponse> AnswerTokenCallAsync(
        SandboxRequest request, string path, CancellationToken cancellationToken)
    {
        Func<byte[], SandboxResponse>? operation = (request.Method, path) switch
        {
            ("POST", TokenPrefix + "get") => _tokens.Get,
            ("POST", TokenPrefix + "refresh") => _tokens.Refresh,
            _ => null,
        };
        if (operation is null) return SandboxResponse.Gateway(404, "No such address");
        _tokenCalls.Enter();
        try
        {
            return await _tokenPlayer.PlayAsync(_tokenFaults.Take(), () => operation(request.Body), cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            _tokenCalls.Leave();
        }
    }

    private DateTimeOffset GatewayTime() => _clock.GetUtcNow() + ClockSkew;

    private SandboxResponse Dated(SandboxResponse response) =>
        response.WithHeader("Date", GatewayTime().ToString("r", CultureInfo.InvariantCulture));
}
