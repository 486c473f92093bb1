using System;
using System.Management.Automation;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;
using BatchFlows.Connections;

namespace BatchFlows.Commands;

/// <content>How calls reach the gateway: limits, certificates, proxies.</content>
public sealed partial class ConnectBatchFlowCommand
{
    /// <summary>Time limit of each attempt of a call, in seconds. Default: 100.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int OperationTimeoutSeconds { get; set; } = 100;

    /// <summary>Number of retries after a transient failure. Default: 4. 0 disables retries.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>
    /// Maximum requests per second for everything that uses this connection. Default: unlimited. If the gateway's quota
    /// is used up all the same, the rate is halved and recovers within half a minute.
    /// </summary>
    [Parameter]
    [ValidateRange(0.01, 10000.0)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public double? MaxRequestsPerSecond { get; set; }

    /// <summary>Accepts any certificate of the gateway. For test systems only.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>
    /// Certificate authorities to trust for the gateway instead of the system's trust store: paths of PEM or DER files,
    /// or certificates.
    /// </summary>
    [Parameter]
    [CertificateTransformation]
    [ValidateNotNullOrEmpty]
    public X509Certificate2[] CertificateAuthority { get; set; } = [];

    /// <summary>
    /// Address of the proxy for all calls. Default: the system's settings, and no proxy for this machine.
    /// </summary>
    [Parameter]
    [AddressTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public Uri? Proxy { get; set; }

    /// <summary>User name and password for the proxy.</summary>
    [Parameter]
    [Credential]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Authenticates to the proxy as the current user, in place of -ProxyCredential.</summary>
    [Parameter]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Uses no proxy, regardless of the system's settings.</summary>
    [Parameter]
    public SwitchParameter NoProxy { get; set; }

    private ICredentials? ProxyCredentials =>
        ProxyUseDefaultCredentials ? CredentialCache.DefaultCredentials : ProxyCredential?.GetNetworkCredential();

    private string? Contradiction => NetworkContradiction.Find(
        SkipCertificateCheck, CertificateAuthority.Length > 0, NoProxy, Proxy is not null, ProxyCredential is not null,
        ProxyUseDefaultCredentials);
}
