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
    /// <summary>The sandboxes to set; when not given, the only one of this session.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public SandboxServer[]? Sandbox { get; set; }

    /// <summary>A file that -SavePath wrote: the sandbox goes on from there, and what it held is gone.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    public string? LoadPath { get; set; }

    /// <summary>The server's distance to UTC, such as 08:00 or -03:30. Times in answers are in that zone.</summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(ZoneCompleter))]
    public TimeSpan? UtcOffset { get; set; }

    /// <summary>
    /// Sets the clock of the service, also back. The gateway keeps its own, so keys and tokens stay good.
    /// </summary>
    [Parameter]
    [TimeTransformation]
    [ArgumentCompleter(typeof(TimeCompleter))]
    public DateTimeOffset? Time { get; set; }

    /// <summary>
    /// Moves that clock forward, such as 90s, 1h, 7d, or 01:30:00 for an hour and a half; a number is seconds. What
    /// would have run meanwhile has.
    /// </summary>
    [Parameter]
    [SpanTransformation]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? Advance { get; set; }

    /// <summary>How many seconds pass on that clock in one; 0 stops it.</summary>
    [Parameter]
    [ValidateRange(0d, 1e9)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public double? Speed { get; set; }

    /// <summary>
    /// How far the gateway's clock is ahead of this machine's, in seconds. Far enough off, it refuses every call.
    /// </summary>
    [Parameter]
    [ValidateRange(-1e9, 1e9)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public double? ClockSkewSeconds { get; set; }

    /// <summary>How long each call takes, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 600000)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? LatencyMilliseconds { get; set; }

    /// <summary>How long a task runs whose command does not say, in seconds.</summary>
    [Parameter]
    [ValidateRange(0d, 31536000d)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public double? TaskSeconds { get; set; }

    /// <summary>Which spelling of the fields to sort by the service takes: Any, CamelCase or SnakeCase.</summary>
    [Parameter]
    [ValuesTransformation(IsSingle = true)]
    public SandboxSorters? Sorters { get => (SandboxSorters?)_sorters; set => _sorters = value; }

    /// <summary>How long tokens live that are given from now on, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 31536000)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? TokenLifetimeSeconds { get; set; }

    /// <summary>Ends all tokens given so far.</summary>
    [Parameter]
    public SwitchParameter ExpireTokens { get; set; }

    /// <summary>IDs or names of users whose accounts are to be locked.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SandboxUserCompleter))]
    public string[]? LockUser { get; set; }

    /// <summary>IDs or names of users whose accounts are to be unlocked.</summary>
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

    /// <summary>
    /// Ways in which the next calls go wrong, one after the other, such as TooManyRequestsWithSeconds, DropAfter,
    /// SlowDrip, Redirect.
    /// </summary>
    [Parameter]
    [ValuesTransformation]
    public SandboxFault[]? Fault { get; set; }

    /// <summary>How many calls go wrong in each of these ways; 1 when not given.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? Count { get; set; }

    /// <summary>Name of the operation whose calls go wrong, such as "Trigger Flow"; all when not given.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OperationCompleter))]
    public string? Operation { get; set; }

    /// <summary>
    /// Saves all that the sandbox holds to a file, from which -LoadPath and Start-BatchFlowSandbox -StatePath go on.
    /// </summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    public string? SavePath { get; set; }

    /// <summary>Replaces the file of -SavePath when it exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the sandbox.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }
}
