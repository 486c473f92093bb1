using System;
using System.Net.Http;

namespace BatchFlows;

/// <summary>How a connection behaves, beyond where it leads and for whom.</summary>
public sealed record FlowConnectionOptions
{
    /// <summary>Name of the connection; the gateway's host and the organisation when not given.</summary>
    public string? Name { get; init; }

    /// <summary>Time limit of each attempt of a call; 100 s by default.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a call is repeated that may pass the next time; 4 by default, 0 for never.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>True to accept any certificate of the gateway: for test systems only.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>True to refuse calls that change something, before they are sent.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>True to refuse calls that change something unless they are confirmed (<see cref="FlowClient.Confirmed"/>).</summary>
    public bool IsProtected { get; init; }

    /// <summary>The clock for timestamps, token lifetimes and waits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What carries requests in place of the network, such as a service in memory. The connection does not dispose it.</summary>
    public HttpMessageHandler? Transport { get; init; }
}
