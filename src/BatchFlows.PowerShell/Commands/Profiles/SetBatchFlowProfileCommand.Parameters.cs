using System;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters: those of Connect-BatchFlow, without secrets.</content>
public sealed partial class SetBatchFlowProfileCommand
{
    /// <summary>Name of the profile, and of the connections that are made from it.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Name of the profile, and of the connections that are made from it.")]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>Address of the API gateway: https, or http on this machine.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Address")]
    [AddressTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ConnectionValueCompleter))]
    public Uri? Gateway { get; set; }

    /// <summary>Organisation ID (console: IAM, Organization Profile), such as o1578468179.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("OrgId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectionValueCompleter))]
    public string? OrganizationId { get; set; }

    /// <summary>User ID (console: profile icon), such as u15426865866571.</summary>
    [Parameter(Position = 3, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectionValueCompleter))]
    public string? UserId { get; set; }

    /// <summary>
    /// Access key, which is not secret. Required if the vault returns only the secret key. An empty text removes it.
    /// </summary>
    [Parameter]
    [PlainText]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? AccessKey { get; set; }

    /// <summary>
    /// Name under which Get-Secret finds the keys: a PSCredential (user name: access key, password: secret key), or a
    /// SecureString with the secret key. An empty text removes it: the keys are then those of the environment variables
    /// BATCHFLOWS_ACCESS_KEY and BATCHFLOWS_SECRET_KEY.
    /// </summary>
    [Parameter]
    [PlainText]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? SecretName { get; set; }

    /// <summary>Name of the vault that has the secret. Default: all vaults. An empty text removes it.</summary>
    [Parameter]
    [PlainText]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Vault { get; set; }

    /// <summary>Refuses calls that change something before they are sent, also those of Invoke-BatchFlowApi.</summary>
    [Parameter]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>
    /// Requires confirmation for every change, including Invoke-BatchFlowApi. Without an interactive user, changes are
    /// refused unless -Force is specified.
    /// </summary>
    [Parameter]
    public SwitchParameter Protected { get; set; }

    /// <summary>Time limit of each attempt of a call, in seconds. Default: 100.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int OperationTimeoutSeconds { get; set; }

    /// <summary>Number of retries after a transient failure. Default: 4. 0 disables retries.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int MaximumRetryCount { get; set; }

    /// <summary>Maximum requests per second for everything that uses a connection. Default: unlimited.</summary>
    [Parameter]
    [ValidateRange(0.01, 10000.0)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public double MaxRequestsPerSecond { get; set; }

    /// <summary>Accepts any certificate of the gateway. For test systems only.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>
    /// Paths of PEM or DER files with the certificate authorities to trust for the gateway instead of the system's
    /// trust store. An empty list removes them.
    /// </summary>
    [Parameter]
    [PlainText]
    [AllowEmptyCollection]
    public string[] CertificateAuthority { get; set; } = [];

    /// <summary>Address of the proxy for all calls. Default: the system's settings. $null removes it.</summary>
    [Parameter]
    [AddressTransformation]
    [AllowNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public Uri? Proxy { get; set; }

    /// <summary>Authenticates to the proxy as the current user.</summary>
    [Parameter]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Uses no proxy, regardless of the system's settings.</summary>
    [Parameter]
    public SwitchParameter NoProxy { get; set; }

    /// <summary>Returns the saved profile.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
