// Longer than 150 lines: the parameters stand in the order in which the changes are made.
using System;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;
using BatchFlows.Sandbox;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class SetBatchFlowSandboxCommand
{
    /// <summary>Sandboxes to set. Default: the only one of this session.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public SandboxServer[]? Sandbox { get; set; }

    /// <summary>File that -SavePath wrote. The sandbox continues from that state; its present state is lost.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    public string? LoadPath { get; set; }

    /// <summary>The server's offset from UTC, such as 08:00 or -03:30. Times in answers are in that zone.</summary>
    [Parameter]
    [SpanTransformation(IsOffset = true)]
    [ArgumentCompleter(typeof(ZoneCompleter))]
    public TimeSpan? UtcOffset { get; set; }

    /// <summary>Speed factor of the sandbox clock. 0 stops it.</summary>
    [Parameter]
    [ValidateRange(0d, 1e9)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public double? Speed { get; set; }

    /// <summary>
    /// Sets the clock of the service, forward or back. The gateway's clock and its tokens are not affected.
    /// </summary>
    [Parameter]
    [TimeTransformation]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTimeOffset? Time { get; set; }

    /// <summary>
    /// Runs active flows by their cron while that clock goes; -Scheduler:$false ends that. One move of the clock starts
    /// at most 100,000 runs; later fire times of that move are lost.
    /// </summary>
    [Parameter]
    public SwitchParameter Scheduler { get; set; }

    /// <summary>
    /// Moves that clock forward, such as 90s, 1h, 7d, or 01:30:00 for an hour and a half; a number is seconds.
    /// Two numbers, such as 1:40, are refused as ambiguous. Runs due in that period are simulated.
    /// </summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Advance { get; set; }

    /// <summary>
    /// Seconds by which the gateway's clock is ahead. With a large difference, it refuses every call.
    /// </summary>
    [Parameter]
    [ValidateRange(-1e9, 1e9)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public double? ClockSkewSeconds { get; set; }

    /// <summary>Duration of each call, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 600000)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? LatencyMilliseconds { get; set; }

    /// <summary>Default duration, in seconds, of tasks whose command does not specify one.</summary>
    [Parameter]
    [ValidateRange(0d, 31536000d)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public double? TaskSeconds { get; set; }

    /// <summary>Spelling of sort fields that the service accepts: Any, CamelCase or SnakeCase.</summary>
    [Parameter]
    [ValuesTransformation(IsSingle = true)]
    public SandboxSorters? Sorters { get => (SandboxSorters?)_sorters; set => _sorters = value; }

    /// <summary>Lifetime of tokens that are issued from now on, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 31536000)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? TokenLifetimeSeconds { get; set; }

    /// <summary>Expires all tokens that were issued so far.</summary>
    [Parameter]
    public SwitchParameter ExpireTokens { get; set; }

    /// <summary>IDs or names of users whose accounts become locked.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SandboxUserCompleter))]
    public string[]? LockUser { get; set; }

    /// <summary>IDs or names of users whose accounts become unlocked.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SandboxUserCompleter))]
    public string[]? UnlockUser { get; set; }

    /// <summary>IDs of flows to lock, or objects that carry a FlowId.</summary>
    [Parameter]
    [FlowIdTransformation]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public long[]? LockFlow { get; set; }

    /// <summary>IDs of flows to unlock, or objects that carry a FlowId.</summary>
    [Parameter]
    [FlowIdTransformation]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public long[]? UnlockFlow { get; set; }

    /// <summary>Removes the faults that have not happened yet, those of token calls included.</summary>
    [Parameter]
    public SwitchParameter ClearFaults { get; set; }

    /// <summary>Faults of the next calls in this order. For example DropAfter, Redirect.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithFault, HelpMessage = "Faults of the next calls in this order.")]
    [ValuesTransformation]
    public SandboxFault[]? Fault { get; set; }

    /// <summary>Number of calls that go wrong in each of these ways. Default: 1.</summary>
    [Parameter(ParameterSetName = WithFault)]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? Count { get; set; }

    /// <summary>Name of the operation whose calls go wrong, such as "Trigger Flow". Default: all operations.</summary>
    [Parameter(ParameterSetName = WithFault)]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OperationCompleter))]
    public string? Operation { get; set; }

    /// <summary>Saves the sandbox's state to a file, for -LoadPath and Start-BatchFlowSandbox -StatePath.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    public string? SavePath { get; set; }

    /// <summary>Replaces the file of -SavePath if it exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the sandbox.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
