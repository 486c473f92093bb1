using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Client.Handlers;
using BatchFlows.Client.Network;
using BatchFlows.Client.Tokens;
using BatchFlows.Model;

namespace BatchFlows;

/// <summary>
/// Where the service is and for whom it is called. It holds the secret key, the token and the pooled connections, which
/// are opened at the first call; it is shared by any number of concurrent calls.
/// </summary>
public sealed class FlowConnection : IDisposable
{
    private readonly AccessKey _key;
    private readonly CancellationTokenSource _closing = new();
    private readonly Lazy<HttpMessageInvoker> _http;
    private HttpMessageHandler? _transport;

    /// <summary>A connection; nothing is sent yet.</summary>
    /// <param name="gateway">Address of the API gateway: https, or http on this machine.</param>
    /// <param name="organizationId">Organisation ID, such as <c>o1578468179</c>.</param>
    /// <param name="userId">User ID, such as <c>u15426865866571</c>.</param>
    /// <param name="accessKey">Access key of the registered application.</param>
    /// <param name="secretKey">Its secret key. It is copied and never leaves the process.</param>
    /// <param name="options">How the connection behaves.</param>
    /// <exception cref="ArgumentException">
    /// The address of the gateway or of the proxy cannot be used, or a value is empty or out of range.
    /// </exception>
    internal FlowConnection(
        Uri gateway, string organizationId, string userId, string accessKey, SecureString secretKey,
        FlowConnectionOptions? options = null)
    {
        Options = options ?? new FlowConnectionOptions();
        Zone = new ServerZoneCache(Options.Clock);
        Gateway = GatewayAddress.Check(gateway);
        if (Options.MaxRequestsPerSecond is not (null or (> 0 and < double.PositiveInfinity)))
            throw new ArgumentException("The number of requests per second is not above 0.");
        if (Options.Proxy is { } proxy) ProxyAddress.Check(proxy);
        OrganizationId = NotEmpty(organizationId, "organisation ID");
        UserId = NotEmpty(userId, "user ID");
        if (secretKey is not { Length: > 0 }) throw new ArgumentException("The secret key is empty.");
        var secret = secretKey.Copy();
        secret.MakeReadOnly();
        _key = new AccessKey(NotEmpty(accessKey, "access key"), secret);
        Name = Options.Name ?? $"{Gateway.Authority}/{OrganizationId}";
        _http = new Lazy<HttpMessageInvoker>(CreateChain);
        _ = Task.Run(() => Http); // takes a process some milliseconds, in which the first command is still beginning
    }

    /// <summary>Name of the connection.</summary>
    public string Name { get; }

    /// <summary>Address of the API gateway.</summary>
    public Uri Gateway { get; }

    /// <summary>Organisation ID.</summary>
    public string OrganizationId { get; }

    /// <summary>User ID.</summary>
    public string UserId { get; }

    /// <summary>The last four characters of the access key, to distinguish keys.</summary>
    public string AccessKeyEnding => _key.Id.Length > 8 ? _key.Id.Substring(_key.Id.Length - 4) : "";

    /// <summary>Time limit of each attempt of a call.</summary>
    public TimeSpan OperationTimeout => Options.OperationTimeout;

    /// <summary>Number of retries after a transient failure.</summary>
    public int MaximumRetryCount => Options.MaximumRetryCount;

    /// <summary>Maximum requests per second through this connection; null for no limit.</summary>
    public double? MaxRequestsPerSecond => Options.MaxRequestsPerSecond;

    /// <summary>True when any certificate of the gateway is accepted.</summary>
    public bool SkipCertificateCheck => Options.SkipCertificateCheck;

    /// <summary>
    /// Names of the certificate authorities to trust for the gateway; empty for the system's trust store.
    /// </summary>
    public IReadOnlyList<string> CertificateAuthorities =>
        new ShownList<string>(Options.CertificateAuthorities.Select(authority => authority.Subject));

    /// <summary>
    /// Address of the proxy; null when the system says which one to use, or <see cref="NoProxy"/> that there is none.
    /// </summary>
    public Uri? Proxy => Options.Proxy;

    /// <summary>True when no proxy is used, whatever the system says.</summary>
    public bool NoProxy => Options.NoProxy;

    /// <summary>True when calls that change something are refused before they are sent.</summary>
    public bool IsReadOnly => Options.IsReadOnly;

    /// <summary>True when calls that change something are refused before they are sent, unless confirmed.</summary>
    public bool IsProtected => Options.IsProtected;

    /// <summary>What becomes of changes: <c>ReadWrite</c>, <c>Confirm</c> or <c>ReadOnly</c>.</summary>
    public string Access => IsReadOnly ? "ReadOnly" : IsProtected ? "Confirm" : "ReadWrite";

    internal FlowConnectionOptions Options { get; }

    internal string? KeyFault => _key.Fault;
    internal Dialect Dialect { get; } = new();
    internal ServerZoneCache Zone { get; }
    internal HttpMessageInvoker Http => _http.Value;
    internal ChangeCount Changes { get; } = new();

    /// <summary>Ends the calls that are under way when the connection is closed.</summary>
    internal CancellationToken Closing => _closing.Token;

    /// <summary>True when the connection was closed and cannot be used any more.</summary>
    public bool IsClosed => _closing.IsCancellationRequested;

    /// <summary>
    /// Ends the calls that are under way, closes the pooled connections and forgets the secret key. Those calls fail
    /// because the connection was closed, or because the outcome of a change is unknown.
    /// </summary>
    public void Dispose()
    {
        _closing.Cancel();
        _transport?.Dispose();
        _key.Dispose();
    }

    /// <summary>The connection's name.</summary>
    public override string ToString() => Name;

    private static string NotEmpty(string value, string name) =>
        string.IsNullOrWhiteSpace(value) ? throw new ArgumentException($"The {name} is empty.") : value;

    private HttpMessageInvoker CreateChain()
    {
        var pace = new RequestPace(Options.MaxRequestsPerSecond, Options.Clock);
        var tokens = TokenCache.For(Gateway, _key, Options.Clock);
        var chain = new HandlerChain(
            Options.Transport ?? (_transport = Transport.Create(Gateway, Options)), new RetryHandler(Options),
            new SigningHandler(Gateway, _key, tokens, pace, Options.Clock), new TraceHandler(),
            new AnswerHandler(Options));
        return new HttpMessageInvoker(chain.Build(), disposeHandler: false);
    }
}
