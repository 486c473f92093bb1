using System;
using System.Management.Automation;
using System.Security;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class ConnectBatchFlowCommand
{
    /// <summary>Address of the API gateway: https, or http on this machine.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = WithCredential, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Address of the API gateway: https, or http on this machine.")]
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = WithKeys, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Address of the API gateway: https, or http on this machine.")]
    [Alias("Address")]
    [AddressTransformation]
    [ArgumentCompleter(typeof(ConnectionValueCompleter))]
    public Uri Gateway { get; set; } = null!;

    /// <summary>Organisation ID (console: IAM, Organization Profile), such as o1578468179.</summary>
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = WithCredential, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Organisation ID (console: IAM, Organization Profile), such as o1578468179.")]
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = WithKeys, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Organisation ID (console: IAM, Organization Profile), such as o1578468179.")]
    [Alias("OrgId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectionValueCompleter))]
    public string OrganizationId { get; set; } = null!;

    /// <summary>User ID (console: profile icon), such as u15426865866571.</summary>
    [Parameter(
        Mandatory = true, Position = 2, ParameterSetName = WithCredential, ValueFromPipelineByPropertyName = true,
        HelpMessage = "User ID (console: profile icon), such as u15426865866571.")]
    [Parameter(
        Mandatory = true, Position = 2, ParameterSetName = WithKeys, ValueFromPipelineByPropertyName = true,
        HelpMessage = "User ID (console: profile icon), such as u15426865866571.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectionValueCompleter))]
    public string UserId { get; set; } = null!;

    /// <summary>
    /// Access key as user name and secret key as password (console: Application Registration).
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 3, ParameterSetName = WithCredential,
        HelpMessage = "Access key as user name and secret key as password (console: Application Registration).")]
    [Credential]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public PSCredential Credential { get; set; } = null!;

    /// <summary>Access key of the registered application.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = WithKeys,
        HelpMessage = "Access key of the registered application.")]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string AccessKey { get; set; } = null!;

    /// <summary>Secret key that belongs to the access key.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = WithKeys,
        HelpMessage = "Secret key that belongs to the access key.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public SecureString SecretKey { get; set; } = null!;

    /// <summary>Starts the built-in sandbox and connects to it: the service in memory, for trying things out.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = WithSandbox,
        HelpMessage = "Starts the built-in sandbox and connects to it: the service in memory, for trying things out.")]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>Sandbox to connect to, as Start-BatchFlowSandbox returns it.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = WithRunningSandbox, ValueFromPipeline = true,
        HelpMessage = "Sandbox to connect to, as Start-BatchFlowSandbox returns it.")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public SandboxServer InputObject { get; set; } = null!;

    /// <summary>
    /// Name of a profile, whose settings and secret are used. Other parameters replace its settings for this
    /// connection; a read-only or protected profile stays read-only or protected.
    /// </summary>
    [Parameter(
        Mandatory = true, ParameterSetName = WithProfile,
        HelpMessage = "Name of a profile, whose settings and secret are used.")]
    [PlainText]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Profile { get; set; } = null!;

    /// <summary>
    /// Name of the connection. Default: the name of the profile, "sandbox" with -Sandbox, otherwise the gateway's host
    /// and the organisation.
    /// </summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>Refuses calls that change something before they are sent, also those of Invoke-BatchFlowApi.</summary>
    [Parameter]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>
    /// Requires confirmation for every change, including Invoke-BatchFlowApi. Without an interactive user, changes are
    /// refused unless -Force is specified.
    /// </summary>
    [Parameter]
    public SwitchParameter Protected { get; set; }

    /// <summary>Creates the connection without requesting a token, for Test-BatchFlowConnection.</summary>
    [Parameter]
    public SwitchParameter SkipAuthentication { get; set; }

    /// <summary>Returns the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
