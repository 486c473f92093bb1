using System.Management.Automation;
using BatchFlows.Connections;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <summary>Lists the sandboxes of this session, with what they were asked so far.</summary>
[Cmdlet(VerbsCommon.Get, "BatchFlowSandbox")]
[OutputType(typeof(SandboxServer))]
public sealed class GetBatchFlowSandboxCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Session.Current.Sandboxes, enumerateCollection: true);
}
