using System;
using System.Management.Automation;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Connections;
using BatchFlows.Errors;
using BatchFlows.Files;
using BatchFlows.Pipeline;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <summary>Starts a sandbox: the service in memory, for trying things out.</summary>
/// <remarks>
/// It listens on a free port of this machine and contains a small organisation. It ends with Stop-BatchFlowSandbox or
/// with this session. Connect-BatchFlow -Sandbox starts one and connects to it.
/// </remarks>
/// <example>
/// Starts a sandbox and connects to it.
/// <code>Start-BatchFlowSandbox | Connect-BatchFlow</code>
/// </example>
/// <example>
/// Starts a large and slow one.
/// <code>Start-BatchFlowSandbox -FlowCount 1000 -LatencyMilliseconds 50 | Connect-BatchFlow -Name slow</code>
/// </example>
/// <example>
/// Starts one with a month behind it: 500 flows, more than 100,000 runs, and flows whose past is known.
/// <code>
/// Start-BatchFlowSandbox -History 30d -FlowCount 500 -Scheduler | Connect-BatchFlow
/// Get-BatchFlow -Name slow_month, flaky_task, stuck_run
/// </code>
/// </example>
/// <example>
/// Continues from the saved state of another sandbox.
/// <code>
/// Set-BatchFlowSandbox -SavePath state.json
/// Start-BatchFlowSandbox state.json
/// </code>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "BatchFlowSandbox", HelpUri = HelpPage.Folder + "Start-BatchFlowSandbox.md")]
[OutputType(typeof(SandboxServer))]
public sealed partial class StartBatchFlowSandboxCommand : AsyncCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Seed is not null && History is null)
            ThrowTerminatingError(ErrorRecords.InvalidArgument("-Seed requires -History.", Seed));
        var path = StatePath is null ? null : Resolve(StatePath);
        var secret = SecretKey is null ? null : new NetworkCredential("", SecretKey).Password;
        var service = new SandboxService(AccessKey, secret);
        try
        {
            PipelineThread.Wait(Task.Run(() => Fill(service, path, PipelineThread.Stopping)));
        }
        catch (FileNotReadException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, StatePath));
        }
        catch (ArgumentOutOfRangeException e)
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument(SandboxMessages.SentenceOf(e), e.ActualValue));
        }
        catch (InvalidOperationException e)
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument(e.Message, StatePath));
        }

        var sandbox = SandboxServer.Start(service);
        Session.Current.Add(sandbox);
        WriteObject(sandbox);
    }

    private void Fill(SandboxService service, string? statePath, CancellationToken cancellationToken)
    {
        if (statePath is not null) SandboxStateFile.Load(service, statePath, cancellationToken);
        if (LatencyMilliseconds is { } latency) service.Latency = TimeSpan.FromMilliseconds(latency);
        if (UtcOffset is { } offset) service.UtcOffset = offset;
        if (History is { } window) service.AddHistory(window, FlowCount, Seed ?? 1, cancellationToken);
        else if (FlowCount > 0) service.AddFlows(FlowCount, cancellationToken: cancellationToken);
        if (Scheduler) service.IsScheduling = true;
    }
}
