using System;
using System.Management.Automation;
using System.Security;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class StartBatchFlowSandboxCommand
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
    /// The server's offset from UTC, such as 08:00 or -03:30. Schedules and times in answers are in that zone.
    /// Default: that of the state in -StatePath, otherwise 08:00.
    /// </summary>
    [Parameter]
    [SpanTransformation(IsOffset = true)]
    [ArgumentCompleter(typeof(ZoneCompleter))]
    public TimeSpan? UtcOffset { get; set; }

    /// <summary>
    /// Starts runs of active flows at their scheduled times, by the clock of the sandbox. Default: runs start only by
    /// hand.
    /// </summary>
    [Parameter]
    public SwitchParameter Scheduler { get; set; }
}
