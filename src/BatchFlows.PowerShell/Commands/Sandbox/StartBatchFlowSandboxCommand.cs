using System;
using System.Management.Automation;
using System.Net;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;
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
public sealed class StartBatchFlowSandboxCommand : AsyncCommand
{
    /// <summary>Duration of each call of the service, in milliseconds. Default: no delay.</summary>
    [Parameter]
    [ValidateRange(0, 600000)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? LatencyMilliseconds { get; set; }

    /// <summary>File that Set-BatchFlowSandbox -SavePath wrote. The sandbox continues from that state.</summary>
    [Parameter(Position = 0)]
    [PlainText]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>Access key that the sandbox accepts. Default: a new one, so that nobody else can call it.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? AccessKey { get; set; }

    /// <summary>Secret key that belongs to the access key. Default: a new one.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public SecureString? SecretKey { get; set; }

    /// <summary>Number of additional flows, with names like load_00001, in the directory load. Default: 0.</summary>
    [Parameter]
    [ValidateRange(0, 100000)]
    [Alias("Flows")] // its name in 0.1.0
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int FlowCount { get; set; }

    /// <summary>
    /// Length of the history of runs to generate, such as 30d; at most 366 days. All active flows then have runs at
    /// their scheduled times. Seven more flows, such as slow_month and stuck_run, each show one known problem. The
    /// additional flows get schedules of their own. Default: only a few runs of the last day.
    /// </summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? History { get; set; }

    /// <summary>
    /// Number that decides durations and failures of -History. Equal numbers give equal histories. Default: 1.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? Seed { get; set; }

    /// <summary>
    /// Starts runs of active flows at their scheduled times, by the clock of the sandbox. Default: runs start only by
    /// hand.
    /// </summary>
    [Parameter]
    public SwitchParameter Scheduler { get; set; }

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
        catch (ArgumentException e)
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument(SandboxMessages.SentenceOf(e), History));
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
        if (History is { } window) service.AddHistory(window, FlowCount, Seed ?? 1, cancellationToken);
        else if (FlowCount > 0) service.AddFlows(FlowCount, cancellationToken: cancellationToken);
        if (Scheduler) service.IsScheduling = true;
    }
}
