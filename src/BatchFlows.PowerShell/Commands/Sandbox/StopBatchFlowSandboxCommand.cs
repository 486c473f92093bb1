using System.Linq;
using System.Management.Automation;
using BatchFlows.Completion.Local;
using BatchFlows.Connections;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <summary>Stops sandboxes of this session.</summary>
/// <remarks>
/// Without -InputObject it stops all. Connections to a sandbox that stopped report errors. To keep its state, save it
/// first with Set-BatchFlowSandbox -SavePath.
/// </remarks>
/// <example>
/// Stops all sandboxes of this session.
/// <code>Stop-BatchFlowSandbox</code>
/// </example>
/// <example>
/// Stops a single sandbox.
/// <code>
/// $sandbox = Start-BatchFlowSandbox
/// $sandbox | Stop-BatchFlowSandbox
/// </code>
/// </example>
/// <example>
/// Shows which sandboxes would be stopped.
/// <code>Stop-BatchFlowSandbox -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsLifecycle.Stop, "BatchFlowSandbox", SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "Stop-BatchFlowSandbox.md")]
public sealed class StopBatchFlowSandboxCommand : PSCmdlet
{
    /// <summary>Sandboxes to stop. Default: all of this session.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public SandboxServer[]? Sandbox { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var session = Session.Current;
        foreach (var sandbox in Sandbox ?? session.Sandboxes.ToArray())
        {
            if (ShouldProcess($"Sandbox {sandbox.Gateway}", "Stop")) session.Remove(sandbox);
        }
    }
}
