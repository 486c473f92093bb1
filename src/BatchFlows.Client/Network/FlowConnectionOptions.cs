using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;

namespace BatchFlows.Client.Network;

/// <summary>How a connection behaves, beyond where it leads and for whom.</summary>
internal sealed record FlowConnectionOptions
{
    /// <summary>Name of the connection. Default: the gateway's host and the organisation.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Time limit of each attempt of a call, and of a request for its token. Default: 100 s. Waiting for its turn does
    /// not count.
    /// </summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Number of retries after a transient failure. Default: 4. 0 disables retries.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>
    /// Maximum requests per second, including retries and requests for tokens; null for no limit. They are spread
    /// evenly, with bursts of up to a tenth of a second.
    /// </summary>
    public double? MaxRequestsPerSecond { get; init; }

    /// <summary>True to accept any certificate of the gateway: for test systems only.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>Certificate authorities to trust for the gateway; empty for the system's trust store.</summary>
    public IReadOnlyList<X509Certificate2> CertificateAuthorities { get; init; } = [];

    /// <summary>
    /// Address of the proxy for all calls, such as <c>http://proxy:8080</c>. Default: the system's settings.
    /// </summary>
    public Uri? Proxy { get; init; }

    /// <summary>User name and password for that proxy. Default: none.</summary>
    public ICredentials? ProxyCredentials { get; init; }

    /// <summary>True to use no proxy, whatever the system says.</summary>
    public bool NoProxy { get; init; }

    /// <summary>True to refuse calls that change something, before they are sent.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>
    /// True to refuse calls that change something unless they are confirmed (<see cref="FlowClient.Confirmed"/>).
    /// </summary>
    public bool IsProtected { get; init; }

    /// <summary>The clock for timestamps, token lifetimes and waits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Transport in place of the network, such as a service in memory. The connection does not dispose it.
    /// </summary>
    public HttpMessageHandler? Transport { get; init; }

    /// <summary>Maximum size of an answer, in bytes. The largest flows, with 100,000 tasks, are about 100 MB.</summary>
    internal int LargestAnswer { get; init; } = 256 * 1024 * 1024;
}
