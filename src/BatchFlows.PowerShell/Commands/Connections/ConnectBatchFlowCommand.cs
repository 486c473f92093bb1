using System.Management.Automation;
using BatchFlows.Connections;
using BatchFlows.Pipeline;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <summary>Connects to a gateway, and makes that connection the default of this session.</summary>
/// <remarks>
/// <para>It requests a token, so a wrong address or key is reported at once. A wrong user or organisation is reported
/// by the first call, or by Test-BatchFlowConnection. Without a token there is no connection, unless
/// -SkipAuthentication is specified.</para>
/// <para>-Profile uses settings that Set-BatchFlowProfile saved. A script that does not connect uses the environment
/// variables that about_BatchFlow_Automation lists.</para>
/// </remarks>
/// <example>
/// Tries things out, without an account.
/// <code>
/// Connect-BatchFlow -Sandbox
/// Get-BatchFlow
/// </code>
/// </example>
/// <example>
/// Connects to a gateway, and asks for access key and secret key.
/// <code>
/// $key = Get-Credential
/// Connect-BatchFlow https://apim.example.com -OrganizationId o1578468179 -UserId u15426865866571 -Credential $key
/// </code>
/// </example>
/// <example>
/// Connects by a profile, whose secret is in a vault.
/// <code>Connect-BatchFlow -Profile prod</code>
/// </example>
/// <example>
/// Creates a second, read-only connection and uses it by name.
/// <code>
/// Connect-BatchFlow -Sandbox -Name production -ReadOnly
/// Get-BatchFlow -Connection production -Name etl_*
/// </code>
/// </example>
/// <example>
/// Creates a connection that asks before every change and is limited to 20 calls per second.
/// <code>Connect-BatchFlow -Sandbox -Name production -Protected -MaxRequestsPerSecond 20</code>
/// </example>
/// <example>
/// Connects through a proxy to a gateway with a certificate of the company's own.
/// <code>
/// $key = Get-Credential
/// $network = @{ CertificateAuthority = './company-ca.pem'; Proxy = 'http://proxy:8080' }
/// Connect-BatchFlow https://apim.example.com o1578468179 u15426865866571 $key @network -ProxyUseDefaultCredentials
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
[Cmdlet(
    VerbsCommunications.Connect, "BatchFlow", DefaultParameterSetName = WithCredential,
    HelpUri = HelpPage.Folder + "Connect-BatchFlow.md")]
[OutputType(typeof(FlowConnection))]
public sealed partial class ConnectBatchFlowCommand : AsyncCommand
{
    private const string WithCredential = "Credential";
    private const string WithKeys = "Keys";
    private const string WithProfile = "Profile";
    private const string WithSandbox = "Sandbox";
    private const string WithRunningSandbox = "RunningSandbox";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != WithProfile && Contradiction is { } contradiction) Refuse(contradiction);
        if (ParameterSetName == WithSandbox && !Sandbox)
            Refuse("-Sandbox:$false names no service. Specify -Gateway, -OrganizationId, -UserId and -Credential.");
        var started = Sandbox ? SandboxServer.Start() : null;
        FlowConnection? connection = null;
        try
        {
            connection = ParameterSetName == WithProfile ? FromProfile() : CreateConnection(started ?? InputObject);
            if (connection.SkipCertificateCheck)
                WriteWarning(
                    $"The certificate of {connection.Gateway} is not checked: anyone on the way can read and "
                        + "change every call.");
            if (!SkipAuthentication) Authenticate(connection);
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
