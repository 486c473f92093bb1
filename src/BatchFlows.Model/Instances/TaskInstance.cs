using System;
using System.Globalization;
using System.Text.Json;
using BatchFlows.Model;
using BatchFlows.Model.Instances;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>A run of a task, within a run of its flow.</summary>
public sealed class TaskInstance : ServiceRecord
{
    private readonly string? _taskInstanceId;

    /// <param name="taskInstanceId">ID that was asked for, in case the answer does not repeat it.</param>
    internal TaskInstance(JsonElement source, Origin origin, string? taskInstanceId = null)
        : base(source, origin) => _taskInstanceId = taskInstanceId;

    /// <summary>ID of the task's run (<c>instanceId</c>): opaque text.</summary>
    public string? TaskInstanceId => Find("instanceId").AsText() ?? Find("taskInstId").AsText() ?? _taskInstanceId;

    /// <summary>ID of the run of the flow (<c>flowInstId</c>).</summary>
    public string? FlowInstanceId => Find("flowInstId").AsText();

    /// <summary>
    /// Name of the flow, if the task was found through the run of the flow; the answer itself does not contain it.
    /// </summary>
    public string? FlowName { get => Find("flowName").AsText() ?? field; internal set; }

    /// <summary>ID of the task (<c>taskId</c>).</summary>
    public long? TaskId => Find("taskId").AsInteger();

    /// <summary>Name of the task (<c>taskName</c>).</summary>
    public string? TaskName => Find("taskName").AsText();

    /// <summary>Status (<c>status</c>).</summary>
    public InstanceStatus? Status => InstanceStatuses.Read(Find("status"));

    /// <summary>Name of the status as the service wrote it (<c>stsDesc</c>).</summary>
    public string? StatusText => Find("stsDesc").AsText() ?? Find("statusDesc").AsText() ?? Find("status").AsText();

    /// <summary>Which run of the task this is, from 1 (<c>runNum</c>).</summary>
    public long? RunNumber => Find("runNum").AsInteger();

    /// <summary>How often it was repeated (<c>recallNum</c>).</summary>
    public long? RetryCount => Find("recallNum").AsInteger();

    /// <summary>How often a failed run is repeated (<c>recallLimit</c>).</summary>
    public long? RetryLimit => Find("recallLimit").AsInteger();

    /// <summary>
    /// Number of this run of the task and the maximum, such as <c>4 of 4</c>. Only the first number if somebody started
    /// it more often; empty before it starts.
    /// </summary>
    public string Tries => RunNumber is not (> 0 and { } number) ? ""
        : RetryLimit + 1 is { } most && number <= most ? FormattableString.Invariant($"{number} of {most}")
        : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Wait between repeated runs (<c>recallInterval</c>); the service does not document the unit.</summary>
    public long? RetryInterval => Find("recallInterval").AsInteger();

    /// <summary>Longest run (<c>timeout</c>); the service does not document the unit, seconds are likely.</summary>
    public long? Timeout => Find("timeout").AsInteger();

    /// <summary>True when it took too long (<c>isTimeout</c>).</summary>
    public bool? IsTimeout => Find("isTimeout").AsFlag();

    /// <summary>When it was to start (<c>triggerTime</c>).</summary>
    public ServiceTime? TriggerTime => Time("triggerTime", IsBeforeTrigger);

    /// <summary>When it started (<c>startTime</c>); null before.</summary>
    public ServiceTime? StartTime => Time("startTime", IsBeforeTrigger);

    /// <summary>When it ended (<c>endTime</c>); null before.</summary>
    public ServiceTime? EndTime => Time("endTime", IsBeforeTrigger);

    /// <summary>How long it ran; null while it runs.</summary>
    public TimeSpan? Duration => EndTime?.Value - StartTime?.Value;

    /// <summary>
    /// How long it ran, such as <c>1:40</c> or <c>26:03:15</c>; while it runs, until it was asked for:
    /// <c>2:10 so far</c>.
    /// </summary>
    public string DurationText => DurationWords.Of(StartTime, Duration, IsEnded, Origin.ReadAt);

    /// <summary>Time zone of the server and of the run's times; null when it is not known.</summary>
    public string? TimeZone => Origin.Zone.Text;

    /// <summary>
    /// When it was created (<c>timeStamp</c>), in Java's form with the short name of a zone, which may mean several.
    /// </summary>
    public ServiceTime? CreateTime => ServiceTime.FromJava(Find("timeStamp").AsText()).OrNull;

    /// <summary>Kind of task (<c>type</c>).</summary>
    public TaskType Type => new(Find("type").AsText());

    /// <summary>What is synchronised (<c>syncType</c>).</summary>
    public SyncType? SyncType => Find("syncType").AsEnum<SyncType>();

    /// <summary>Cycle of the flow (<c>cycle</c>): M month, W week, D day, H hour, mi minute. Case matters.</summary>
    public string? Cycle => Find("cycle").AsText();

    /// <summary>The task's own cron expression of 7 fields (<c>freq</c>).</summary>
    public string? Cron => Find("freq").AsText();

    /// <summary>Command line (<c>cmd</c>).</summary>
    public string? Command => Find("cmd").AsText();

    /// <summary>Big data account that submits it (<c>doAs</c>).</summary>
    public string? Submitter => Find("doAs").AsText();

    /// <summary>What the run needs and how it is split (<c>runMode</c>).</summary>
    public RunMode RunMode => Open("runMode", RunMode.Read);

    /// <summary>Name of the resource it used (<c>resourceName</c>).</summary>
    public string? ResourceName => Find("resourceName").AsText();

    /// <summary>Version of that resource (<c>resourceVersion</c>).</summary>
    public string? ResourceVersion => Find("resourceVersion").AsText();

    /// <summary>File of that resource (<c>fileName</c>).</summary>
    public string? FileName => Find("fileName").AsText();

    /// <summary>True when a resource was bound before (<c>hasResourceBefore</c>).</summary>
    public bool? HasResourceBefore => Find("hasResourceBefore").AsFlag();

    /// <summary>
    /// True when an alert was raised or is wanted (<c>alert</c>); the service does not document which.
    /// </summary>
    public bool? Alert => Find("alert").AsFlag();

    /// <summary>Marks a run in advance (<c>ifPre</c>); the service does not document it.</summary>
    public bool? IsPreRun => Find("ifPre").AsFlag();

    /// <summary>True when nothing more happens to it.</summary>
    public bool IsEnded => Status?.IsEnded() == true;

    /// <summary>True when it failed or timed out, or the service failed to run it.</summary>
    public bool IsFailed => Status?.IsFailed() == true;

    /// <summary>The run's ID.</summary>
    public override string ToString() => TaskInstanceId ?? "";

    private bool IsBeforeTrigger(DateTimeOffset instant) => TriggerMoment.Of(TaskInstanceId)?.IsAfter(instant) == true;
}
