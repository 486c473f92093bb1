using System;
using System.Management.Automation;
using BatchFlows.Connections;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <summary>
/// Starts a sandbox: the service in memory, on a free port of this machine, with a small organisation to try things on. It ends
/// with this session.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "BatchFlowSandbox")]
[OutputType(typeof(SandboxServer))]
public sealed class StartBatchFlowSandboxCommand : PSCmdlet
{
    /// <summary>How long each call of the service takes, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 600000)]
    public int LatencyMilliseconds { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var sandbox = SandboxServer.Start();
        sandbox.Service.Latency = TimeSpan.FromMilliseconds(LatencyMilliseconds);
        Session.Current.Add(sandbox);
        WriteObject(sandbox);
    }
}
