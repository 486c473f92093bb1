using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchFlows.Model;
using BatchFlows.Model.Instances;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>A run of a flow.</summary>
public sealed class FlowInstance : ServiceRecord
{
    private readonly string? _flowInstanceId;

    /// <param name="flowInstanceId">ID that was asked for, in case the answer does not repeat it.</param>
    internal FlowInstance(JsonElement source, Origin origin, string? flowInstanceId = null)
        : base(source, origin) => _flowInstanceId = flowInstanceId;

    /// <summary>A run of which only the ID and the flow are known.</summary>
    internal FlowInstance(string flowInstanceId, long flowId, Origin origin)
        : this(WireJson.ToElement(new JsonObject { ["instanceId"] = flowInstanceId, ["flowId"] = flowId }), origin)
    {
    }

    /// <summary>ID of the run (<c>instanceId</c>): opaque text.</summary>
    // One text for all who ask: lists of 100,000 runs keep it in several places.
    public string? FlowInstanceId => field ??= Find("instanceId").AsText() ?? Find("flowInstId").AsText()
        ?? Find("flowInstanceId").AsText() ?? _flowInstanceId;

    /// <summary>ID of the flow (<c>flowId</c>).</summary>
    public long? FlowId => Find("flowId").AsInteger();

    /// <summary>Name of the flow (<c>flowName</c>).</summary>
    public string? FlowName => Find("flowName").AsText();

    /// <summary>
    /// Status (<c>status</c>). A failed run may have tasks that still run: <see cref="IsEnded"/> looks at them.
    /// </summary>
    public InstanceStatus? Status => InstanceStatuses.Read(Find("status"));

    /// <summary>Name of the status as the service wrote it (<c>statusDesc</c>).</summary>
    public string? StatusText => Find("statusDesc").AsText() ?? Find("stsDesc").AsText() ?? Find("status").AsText();

    /// <summary>When it was to start (<c>triggerTime</c>).</summary>
    public ServiceTime? TriggerTime => Time("triggerTime", instant => Moment?.IsOther(instant) == true);

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

    /// <summary>When the run was created (<c>timestamp</c>).</summary>
    public ServiceTime? CreateTime => Time("timestamp");

    /// <summary>
    /// The business date (<c>calDt</c>): by default the day before the trigger time. Null for a run from a list.
    /// </summary>
    public ServiceTime? BusinessDate => Time("calDt");

    /// <summary>The flow's cron expression of 7 fields (<c>freq</c>).</summary>
    public string? Cron => Find("freq").AsText();

    /// <summary>The flow's cycle (<c>cycle</c>): M month, W week, D day, H hour, mi minute. Case matters.</summary>
    public string? Cycle => Find("cycle").AsText();

    /// <summary>Parameters of this run (<c>parameters</c>).</summary>
    public ParameterList Parameters => new(Find("parameters"));

    /// <summary>User names of the owners (<c>owner</c>).</summary>
    public UserList Owners => UserList.Read(Find("owner"));

    /// <summary>Big data account that submits it (<c>doAs</c>).</summary>
    public string? Submitter => Find("doAs").AsText();

    /// <summary>Who is alerted, and how (<c>alertMode</c>). Null for a run from a list.</summary>
    public AlertMode? AlertMode => Find("alertMode").AsEnum<AlertMode>();

    /// <summary>
    /// Its nodes and edges, the nodes with their statuses (<c>graph</c>, a JSON object inside a string on the wire).
    /// </summary>
    public FlowGraph Graph => field ??= new FlowGraph(Find("graph"), Origin, FlowId, FlowName, FlowInstanceId);

    /// <summary>True for a virtual run (<c>virtual</c>).</summary>
    public bool? IsVirtual => Find("virtual").AsFlag();

    /// <summary>True when somebody cancelled it (<c>isCancelled</c>). Only runs from a list have it.</summary>
    public bool? IsCancelled => Find("isCancelled").AsFlag();

    /// <summary>True when the user of the connection may change it (<c>hasEditPri</c>).</summary>
    public bool? CanEdit => Find("hasEditPri").AsFlag();

    /// <summary>True when the user of the connection may read it (<c>hasReadPri</c>).</summary>
    public bool? CanRead => Find("hasReadPri").AsFlag();

    /// <summary>
    /// True when nothing more happens: the run has ended, and so have all of its tasks that could still be running.
    /// </summary>
    public bool IsEnded => Status is { } status
        && status.IsEnded()
        && !RunNodes.HasPending(Graph, canStart: status is InstanceStatus.Fail);

    /// <summary>
    /// True when it failed, timed out or was cancelled, or the service failed to run it. Cancelled counts as failed
    /// because callers wait for the run's result; skipped (<see cref="InstanceStatus.Skip"/>) does not, because it was
    /// never meant to run.
    /// </summary>
    public bool IsFailed => Status is InstanceStatus.Cancel || Status?.IsFailed() == true;

    /// <summary>
    /// True when the states of its tasks are known. A run from a list has none: Get-BatchFlowInstance with its ID reads
    /// them.
    /// </summary>
    public bool HasTaskStates => Graph.Tasks.Count == 0 || Graph.Tasks.Any(task => task.StatusText is not null);

    /// <summary>
    /// The tasks that failed. Empty for a run from a list, because lists do not contain the states of tasks.
    /// </summary>
    public IReadOnlyList<TaskNode> FailedTasks => new ShownList<TaskNode>(Graph.Tasks.Where(task => task.IsFailed));

    /// <summary>
    /// The tasks that are left out, such as those before the task a run was started from. Empty for a run from a list.
    /// </summary>
    public IReadOnlyList<TaskNode> SkippedTasks =>
        new ShownList<TaskNode>(Graph.Tasks.Where(task => task.Status is InstanceStatus.Skip));

    private TriggerMoment? Moment => TriggerMoment.Of(FlowInstanceId);

    /// <summary>The run's ID.</summary>
    public override string ToString() => FlowInstanceId ?? "";

    private bool IsBeforeTrigger(DateTimeOffset instant) => Moment?.IsAfter(instant) == true;
}
