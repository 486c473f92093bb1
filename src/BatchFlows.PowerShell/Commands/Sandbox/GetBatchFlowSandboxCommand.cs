using System.Management.Automation;
using BatchFlows.Connections;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <summary>Lists the sandboxes of this session.</summary>
/// <remarks>
/// It shows their addresses, clocks and request counts, and the faults that have not happened yet, with the number of
/// calls that are left. Their keys are properties of Service.
/// </remarks>
/// <example>
/// Shows the sandboxes, their clocks and request counts.
/// <code>Get-BatchFlowSandbox</code>
/// </example>
/// <example>
/// Connects by the keys of a sandbox, as to any gateway.
/// <code>
/// $sandbox = Get-BatchFlowSandbox
/// $keys = @{ AccessKey = $sandbox.Service.AccessKey; SecretKey = $sandbox.Service.SecretKey }
/// Connect-BatchFlow $sandbox.Gateway $sandbox.OrganizationId $sandbox.UserId @keys -Name keys
/// </code>
/// </example>
/// <example>
/// Counts the requests of a command.
/// <code>
/// $before = (Get-BatchFlowSandbox).RequestCount
/// Export-BatchFlow 3001, 3002
/// (Get-BatchFlowSandbox).RequestCount - $before
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowSandbox", HelpUri = HelpPage.Folder + "Get-BatchFlowSandbox.md")]
[OutputType(typeof(SandboxServer))]
public sealed class GetBatchFlowSandboxCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Session.Current.Sandboxes, enumerateCollection: true);
}
