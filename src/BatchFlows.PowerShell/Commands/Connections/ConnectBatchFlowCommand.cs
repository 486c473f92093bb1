using System.Management.Automation;
using BatchFlows.Connections;
using BatchFlows.Pipeline;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <summary>Connects to a gateway, and makes that connection the default of this session.</summary>
/// <remarks>
/// <para>It gets a token, so a wrong address or key is found at once; a wrong user or organisation is found at the
/// first call, or by Test-BatchFlowConnection. When no token is to be had there is no connection, unless
/// -SkipAuthentication is given.</para>
/// <para>A profile that Set-BatchFlowProfile saved needs no Connect-BatchFlow: -Connection prod connects when a command
/// first uses it, also in jobs and scheduled scripts. A script that names no connection uses the environment variables
/// that about_BatchFlow lists.</para>
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
/// Connects with the settings of a saved profile, for reading only.
/// <code>Connect-BatchFlow -Profile prod -ReadOnly</code>
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
[Cmdlet(VerbsCommunications.Connect, "BatchFlow", DefaultParameterSetName = WithCredential)]
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
                    $"The certificate of {connection.Gateway} is not checked: whoever stands between can read and "
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
