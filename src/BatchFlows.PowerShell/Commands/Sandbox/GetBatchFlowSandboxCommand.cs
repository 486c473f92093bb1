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
/// Shows the keys, for another session or program.
/// <code>(Get-BatchFlowSandbox).Service | Format-List AccessKey, SecretKey</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowSandbox")]
[OutputType(typeof(SandboxServer))]
public sealed class GetBatchFlowSandboxCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Session.Current.Sandboxes, enumerateCollection: true);
}
