using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
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
    private const string SecretKeyText = "66666666-7777-8888-9999-000000000000";

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

    /// <summary>Makes a service of its own, with no token issued yet, that follows the system's clock.</summary>
    public SandboxService()
        : this(TimeProvider.System)
    {
    }

    /// <summary>Makes a service of its own, with no token issued yet.</summary>
    /// <param name="clock">The machine's clock, which times the gateway.</param>
    public SandboxService(TimeProvider clock)
    {
        _clock = clock;
        _tokens = new(AccessKey, SecretKeyText, _clock);
        _gatekeeper = new(_tokens, SecretKeyText, GatewayTime);
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
        foreach (var character in SecretKeyText) SecretKey.AppendChar(character);
        SecretKey.MakeReadOnly();
    }

    /// <summary>The one organisation, to be sent as <c>orgId</c>.</summary>
    public string OrganizationId { get; } = OrganizationSeed.OrganizationId;

    /// <summary>An administrator of the organisation, to be sent as <c>userId</c>.</summary>
    public string UserId { get; } = OrganizationSeed.AdministratorId;

    /// <summary>The one access key (<c>appKey</c>) that the token service knows.</summary>
    public string AccessKey { get; } = "11111111-2222-3333-4444-555555555555";

    /// <summary>The secret key that belongs to <see cref="AccessKey"/>; read-only.</summary>
    public SecureString SecretKey { get; }

    /// <summary>
    /// How long each service call takes, by the machine's clock; token calls take no time. Zero at first.
    /// </summary>
    public TimeSpan Latency { get; set; }

    /// <summary>
    /// How far the gateway's clock, which it checks timestamps by and shows as <c>Date</c>, is ahead of the machine's.
    /// </summary>
    public TimeSpan ClockSkew { get; set; }

    /// <summary>
    /// How long it takes from one piece of a <see cref="SandboxFault.SlowDrip"/> to the next, by the machine's clock. A
    /// second at first.
    /// </summary>
    public TimeSpan DripInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Where a <see cref="SandboxFault.Redirect"/> leads; a login page that is not there at first.</summary>
    public Uri RedirectTarget { get; set; } = new("https://login.example.com/authorize?state=1");

    /// <summary>How long a token lives that is issued from now on. Two hours at first.</summary>
    public TimeSpan TokenLifetime
    {
        get => _tokens.Lifetime;
        set => _tokens.Lifetime = value;
    }

    /// <summary>
    /// Service calls that arrived since the start or the last <see cref="ResetCounters"/>; token calls are not counted.
    /// </summary>
    public long RequestCount => _calls.Now.Count;

    /// <summary>
    /// The same calls by the documented name of their operation, such as "Trigger Flow"; those that name no operation
    /// are left out, and so are operations without a call.
    /// </summary>
    public IReadOnlyDictionary<string, long> CallCounts => _calls.Counts;

    /// <summary>
    /// Token calls, get and refresh, that arrived since the start or the last <see cref="ResetCounters"/>.
    /// </summary>
    public long TokenRequestCount => _tokenCalls.Now.Count;

    /// <summary>Service calls that are being worked on now.</summary>
    public int InFlight => _calls.Now.InFlight;

    /// <summary>The most service calls at once since the start or the last <see cref="ResetCounters"/>.</summary>
    public int PeakInFlight => _calls.Now.Peak;

    /// <summary>Sets the counts to zero, and the peak to what is in flight now.</summary>
    public void ResetCounters()
    {
        _calls.Reset();
        _tokenCalls.Reset();
    }

    /// <summary>Makes every token issued so far stale.</summary>
    public void ExpireTokens() => _tokens.ExpireAll();

    /// <summary>Makes the next service calls go wrong, after all faults that wait already.</summary>
    /// <param name="fault">How they go wrong.</param>
    /// <param name="count">How many of them; at least 1.</param>
    /// <param name="operation">
    /// Documented name of the operation whose calls it waits for, such as "Trigger Flow"; any when absent.
    /// </param>
    /// <exception cref="ArgumentException">No operation has this name.</exception>
    public void InjectFault(SandboxFault fault, int count = 1, string? operation = null)
    {
        if (operation is not null && !OperationList.All.Any(known => known.Name == operation))
            throw new ArgumentException($"The service has no operation '{operation}'.", nameof(operation));
        _faults.Add(fault, count, operation);
    }

    /// <summary>Makes the next token calls go wrong, after all faults that wait already.</summary>
    /// <param name="fault">How they go wrong.</param>
    /// <param name="count">How many of them; at least 1.</param>
    public void InjectTokenFault(SandboxFault fault, int count = 1) => _tokenFaults.Add(fault, count);

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
        try
        {
            var fault = _faults.Take(operation?.Name);
            if (Latency > TimeSpan.Zero) await _clock.Delay(Latency, cancellationToken).ConfigureAwait(false);
            return await _player.PlayAsync(fault, Work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _calls.Leave();
        }

        SandboxResponse Work() => _gatekeeper.Refuse(request, query) ?? (operation is null
            ? SandboxResponse.Gateway(404, "No such operation")
            : _service.Answer(operation, query, request.Body));
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
