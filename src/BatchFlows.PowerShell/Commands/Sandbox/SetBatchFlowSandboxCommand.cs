using System.Management.Automation;
using BatchFlows.Connections;
using BatchFlows.Errors;
using BatchFlows.Pipeline;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <summary>Sets the clock, the faults and the state of a sandbox.</summary>
/// <remarks>
/// Changes are made in the order in which the parameters are listed: a state is loaded first and saved last. Runs
/// progress when the clock moves, and no command of a task is ever executed.
/// </remarks>
/// <example>
/// Lets two hours pass, so that runs end.
/// <code>
/// Set-BatchFlowSandbox -Advance 2h
/// Get-BatchFlowInstance
/// </code>
/// </example>
/// <example>
/// Lets a day pass in which flows run by their cron.
/// <code>
/// Set-BatchFlowSandbox -Scheduler -Advance 1d
/// Get-BatchFlowInstance -Before (Get-BatchFlowServerTime).Time
/// </code>
/// </example>
/// <example>
/// Loses the answer to the next start, to see how a script handles it.
/// <code>
/// Set-BatchFlowSandbox -Fault DropAfter -Operation 'Trigger Flow'
/// Start-BatchFlow 3001
/// </code>
/// </example>
/// <example>
/// Shows the faults that have not happened yet, and removes them.
/// <code>
/// (Get-BatchFlowSandbox).Faults
/// Set-BatchFlowSandbox -ClearFaults
/// </code>
/// </example>
/// <example>
/// Lets time pass a hundred times as fast.
/// <code>Set-BatchFlowSandbox -Speed 100 -PassThru</code>
/// </example>
/// <example>
/// Saves the state of the sandbox.
/// <code>Set-BatchFlowSandbox -SavePath state.json -Force</code>
/// </example>
[Cmdlet(
    VerbsCommon.Set, "BatchFlowSandbox", DefaultParameterSetName = WithSettings, SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "Set-BatchFlowSandbox.md")]
[OutputType(typeof(SandboxServer))]
public sealed partial class SetBatchFlowSandboxCommand : AsyncCommand
{
    private const string WithSettings = "Settings";
    private const string WithFault = "Fault";

    private object? _sorters; // a field of the sandbox's own type would be loaded at import already

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var sandboxes = Sandbox ?? [.. Session.Current.Sandboxes];
        if (Sandbox is null && sandboxes.Length != 1)
            ThrowTerminatingError(ErrorRecords.NoOneSandbox(sandboxes.Length));
        foreach (var sandbox in sandboxes) Set(sandbox);
    }
}
