using System.Management.Automation;
using BatchFlows.Connections;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <summary>Lists the sandboxes of this session, with what they were asked so far.</summary>
/// <example>
/// Shows the sandboxes, their clocks and how many calls they had.
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
[Cmdlet(VerbsCommon.Get, "BatchFlowSandbox")]
[OutputType(typeof(SandboxServer))]
public sealed class GetBatchFlowSandboxCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Session.Current.Sandboxes, enumerateCollection: true);
}
