using System;
using System.Management.Automation;
using System.Security;
using BatchFlows.Binding;
using BatchFlows.Connections;
using BatchFlows.Pipeline;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <summary>Connects to a gateway, and makes that connection the default of this session.</summary>
/// <remarks>
/// <para>It gets a token, so a wrong address or key is found at once; a wrong user or organisation is found at the
/// first call, or by Test-BatchFlowConnection. When no token is to be had there is no connection, unless
/// -SkipAuthentication is given.</para>
/// <para>A script that does not connect uses the environment variables that about_BatchFlow lists.</para>
/// </remarks>
/// <example>
/// Tries things out, without an account.
/// <code>
/// Connect-BatchFlow -Sandbox
/// Get-BatchFlow
/// </code>
/// </example>
/// <example>
/// Connects to a gateway; access key and secret key are asked for.
/// <code>
/// $key = Get-Credential
/// Connect-BatchFlow https://apim.example.com -OrganizationId o1578468179 -UserId u15426865866571 -Credential $key
/// </code>
/// </example>
/// <example>
/// Has a second connection that changes nothing, and uses it by its name.
/// <code>
/// Connect-BatchFlow -Sandbox -Name production -ReadOnly
/// Get-BatchFlow -Connection production -Name etl_*
/// </code>
/// </example>
/// <example>
/// Has one that asks before every change and makes 20 calls a second at most.
/// <code>Connect-BatchFlow -Sandbox -Name production -Protected -MaxRequestsPerSecond 20</code>
/// </example>
/// <example>
/// Connects through a proxy to a gateway with a certificate of the company's own.
/// <code>
/// $key = Get-Credential
/// Connect-BatchFlow https://apim.example.com o1578468179 u15426865866571 $key -CertificateAuthority ./company-ca.pem
/// -Proxy http://proxy:8080 -ProxyUseDefaultCredentials
/// </code>
/// </example>
/// <example>
/// Finds out why connecting fails.
/// <code>
/// $key = Get-Credential
/// Connect-BatchFlow https://apim.example.com o1578468179 u15426865866571 $key -SkipAuthentication
/// Test-BatchFlowConnection | Format-List
/// </code>
/// </example>
[Cmdlet(VerbsCommunications.Connect, "BatchFlow", DefaultParameterSetName = WithCredential)]
[OutputType(typeof(FlowConnection))]
public sealed partial class ConnectBatchFlowCommand : AsyncCommand
{
    private const string WithCredential = "Credential";
    private const string WithKeys = "Keys";
    private const string WithSandbox = "Sandbox";
    private const string WithRunningSandbox = "RunningSandbox";

    /// <summary>Address of the API gateway: https, or http on this machine.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = WithCredential, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithKeys, ValueFromPipelineByPropertyName = true)]
    [Alias("Address")]
    [AddressTransformation]
    public Uri Gateway { get; set; } = null!;

    /// <summary>Organisation ID (console: IAM, Organization Profile), such as o1578468179.</summary>
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = WithCredential, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = WithKeys, ValueFromPipelineByPropertyName = true)]
    [Alias("OrgId")]
    [ValidateNotNullOrEmpty]
    public string OrganizationId { get; set; } = null!;

    /// <summary>User ID (console: profile icon), such as u15426865866571.</summary>
    [Parameter(
        Mandatory = true, Position = 2, ParameterSetName = WithCredential, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = WithKeys, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string UserId { get; set; } = null!;

    /// <summary>
    /// Access key as the user name and secret key as the password (console: Application Registration).
    /// </summary>
    [Parameter(Mandatory = true, Position = 3, ParameterSetName = WithCredential)]
    [Credential]
    public PSCredential Credential { get; set; } = null!;

    /// <summary>Access key of the registered application.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithKeys)]
    [ValidateNotNullOrEmpty]
    public string AccessKey { get; set; } = null!;

    /// <summary>Its secret key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithKeys)]
    public SecureString SecretKey { get; set; } = null!;

    /// <summary>Starts the built-in sandbox and connects to it: the service in memory, for trying things out.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithSandbox)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>A sandbox that runs already.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithRunningSandbox, ValueFromPipeline = true)]
    [ValidateNotNull]
    public SandboxServer InputObject { get; set; } = null!;

    /// <summary>
    /// Name of the connection; when not given, the gateway's host and the organisation, or "sandbox" with -Sandbox.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Refuses calls that change something before they are sent, also those of Invoke-BatchFlowApi.</summary>
    [Parameter]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>
    /// Has each change confirmed by a person, also those of Invoke-BatchFlowApi, or refuses it; -Force on the change
    /// makes it all the same.
    /// </summary>
    [Parameter]
    public SwitchParameter Protected { get; set; }

    /// <summary>Makes the connection without asking for a token, for Test-BatchFlowConnection.</summary>
    [Parameter]
    public SwitchParameter SkipAuthentication { get; set; }

    /// <summary>Writes the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Contradiction is { } contradiction) Refuse(contradiction);
        var started = Sandbox ? SandboxServer.Start() : null;
        FlowConnection? connection = null;
        try
        {
            connection = CreateConnection(started ?? InputObject);
            if (!SkipAuthentication) Authenticate(connection);
            if (SkipCertificateCheck)
                WriteWarning(
                    $"The certificate of {connection.Gateway} is not checked: whoever stands between can read and "
                        + "change every call.");
        }
        catch
        {
            connection?.Dispose();
            started?.Dispose();
            throw;
        }

        Session.Current.Add(connection, started);
        if (PassThru) WriteObject(connection);
    }
}
