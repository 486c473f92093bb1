using System.Management.Automation;
using BatchFlows.Connections;
using BatchFlows.Errors;
using BatchFlows.Pipeline;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <summary>Sets the clock, the faults and the state of a sandbox.</summary>
/// <remarks>
/// Everything that is specified happens in the order in which the parameters are listed: a state is loaded first and
/// saved last. Runs go on when the clock moves, and no command of a task is ever executed.
/// </remarks>
/// <example>
/// Lets two hours pass, so that what runs ends.
/// <code>
/// Set-BatchFlowSandbox -Advance 2h
/// Get-BatchFlowInstance
/// </code>
/// </example>
/// <example>
/// Loses the next answer to a start, to see what a script makes of it.
/// <code>
/// Set-BatchFlowSandbox -Fault DropAfter -Operation 'Trigger Flow'
/// Start-BatchFlow 3001
/// </code>
/// </example>
/// <example>
/// Lets time pass a hundred times as fast.
/// <code>Set-BatchFlowSandbox -Speed 100 -PassThru</code>
/// </example>
/// <example>
/// Saves all that the sandbox holds.
/// <code>Set-BatchFlowSandbox -SavePath state.json -Force</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "BatchFlowSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(SandboxServer))]
public sealed partial class SetBatchFlowSandboxCommand : AsyncCommand
{
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
