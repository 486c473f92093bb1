using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;

namespace BatchFlows.Client.Network;

/// <summary>How a connection behaves, beyond where it leads and for whom.</summary>
internal sealed record FlowConnectionOptions
{
    /// <summary>Name of the connection; the gateway's host and the organisation when not given.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Time limit of each attempt of a call, and of a token that it needs; 100 s by default. Waiting for its turn does
    /// not count.
    /// </summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a call is repeated that may pass the next time; 4 by default, 0 for never.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>
    /// How many requests go out per second at most, repeated ones and those for tokens among them; null for any number.
    /// They are spread evenly; what a tenth of a second allows may go at once.
    /// </summary>
    public double? MaxRequestsPerSecond { get; init; }

    /// <summary>True to accept any certificate of the gateway: for test systems only.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>
    /// The authorities of which one must have issued the gateway's certificate, in place of those that the system
    /// trusts; the system's when empty.
    /// </summary>
    public IReadOnlyList<X509Certificate2> CertificateAuthorities { get; init; } = [];

    /// <summary>
    /// Address of the proxy that all calls go through, such as <c>http://proxy:8080</c>; what the system says when not
    /// given.
    /// </summary>
    public Uri? Proxy { get; init; }

    /// <summary>For whom that proxy lets calls through; nobody in particular when not given.</summary>
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
    /// What carries requests in place of the network, such as a service in memory. The connection does not dispose it.
    /// </summary>
    public HttpMessageHandler? Transport { get; init; }

    /// <summary>The most bytes of an answer. The largest flows, of 100,000 tasks, are about 100 MB.</summary>
    internal int LargestAnswer { get; init; } = 256 * 1024 * 1024;
}
