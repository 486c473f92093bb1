using System;
using System.Text.Json;
using BatchFlows.Model;
using BatchFlows.Model.Schedules;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>A flow with its settings and its graph, as Get Flow returns it.</summary>
public sealed class Flow : FlowSummary
{
    private readonly long? _flowId;

    /// <param name="flowId">
    /// The requested ID, if it differs from the one in the answer, which is then that of a temporary copy.
    /// </param>
    internal Flow(JsonElement source, Origin origin, long? flowId = null)
        : base(source, origin) => _flowId = flowId;

    /// <inheritdoc/>
    public override long? FlowId => _flowId ?? base.FlowId;

    /// <summary>True when its schedule is started, false when it is paused (<c>active</c>).</summary>
    public bool? IsActive => Find("active").AsFlag();

    /// <summary>How it is scheduled (<c>type</c>).</summary>
    public FlowType? Type => Find("type").AsEnum<FlowType>();

    /// <summary>
    /// Cron expression of 7 fields (<c>freq</c>): second, minute, hour, day of month, month, day of week, year.
    /// </summary>
    public string? Cron => Find("freq").AsText();

    /// <summary>
    /// When it runs, in words such as <c>daily 01:30</c> or <c>hourly, except 02:00-04:00</c>, where the last time of a
    /// span is part of it. The cron expression itself where words would be long, or it is wrong. <c>manual</c> and
    /// <c>temporary</c> for flows of these types.
    /// </summary>
    public string Schedule => ScheduleWords.Of(Type, Cron);

    /// <summary>
    /// When it runs next, in the server's zone, by this machine's clock at the time of the read. Null when it has no
    /// next run (manual, temporary, paused, over or wrong), when the server's zone is not known, and where a command
    /// did not look for it. The service does not tell it: it follows from the other fields.
    /// </summary>
    public DateTimeOffset? NextRun { get; internal set; }

    /// <summary>Date from which the schedule is effective (<c>startTime</c>).</summary>
    public ServiceTime? StartTime => Time("startTime");

    /// <summary>Global parameters (<c>parameters</c>).</summary>
    public ParameterList Parameters => new(Find("parameters"));

    /// <summary>User names of the owners (<c>owner</c>).</summary>
    public UserList Owners => Users("owner", "owners");

    /// <summary>User names of those who may see it (<c>visitor</c>).</summary>
    public UserList Visitors => Users("visitor", "visitors");

    /// <summary>Big data account that submits it (<c>doAs</c>).</summary>
    public string? Submitter => Find("doAs").AsText();

    /// <summary>Who is alerted, and how (<c>alertMode</c>).</summary>
    public AlertMode? AlertMode => Find("alertMode").AsEnum<AlertMode>();

    /// <summary>What is synchronised (<c>syncType</c>).</summary>
    public SyncType? SyncType => Find("syncType").AsEnum<SyncType>();

    /// <summary>Description (<c>desc</c>).</summary>
    public string? Description => Find("desc").AsText();

    /// <summary>Computing queue (<c>queue</c>); most answers do not contain it.</summary>
    public string? Queue => Find("queue").AsText();

    /// <summary>How it was created (<c>entry</c>).</summary>
    public FlowEntry? Entry => Find("entry").AsEnum<FlowEntry>();

    /// <summary>Who created it (<c>creator</c>).</summary>
    public string? Creator => Find("creator").AsText();

    /// <summary>When it was created (<c>createTime</c>).</summary>
    public ServiceTime? CreateTime => Time("createTime");

    /// <summary>Who changed it last (<c>updateUser</c>).</summary>
    public string? UpdateUser => Find("updateUser").AsText();

    /// <summary>When it was changed last (<c>updateTime</c>).</summary>
    public ServiceTime? UpdateTime => Time("updateTime");

    /// <summary>Its nodes and edges (<c>graph</c>, a JSON object inside a string on the wire).</summary>
    public FlowGraph Graph => field ??= new FlowGraph(Find("graph"), Origin, FlowId, FlowName, flowInstanceId: null);

    /// <summary>How many tasks it has; null when its graph cannot be read.</summary>
    public int? TaskCount => Graph.IsRead ? Graph.Tasks.Count : null;

    /// <summary>True for a virtual flow (<c>virtual</c>).</summary>
    public bool? IsVirtual => Find("virtual").AsFlag();

    /// <summary>True when nobody may change or start it (<c>locked</c>).</summary>
    public bool? IsLocked => Find("locked").AsFlag();

    /// <summary>True when the account of the user of the connection is locked (<c>isUserLocked</c>).</summary>
    public bool? IsUserLocked => Find("isUserLocked").AsFlag();

    /// <summary>True when the user of the connection may read it (<c>hasReadPri</c>).</summary>
    public bool? CanRead => Find("hasReadPri").AsFlag();

    /// <summary>Receivers of alerts (<c>alertTo</c>); only services older than v2.1 use it.</summary>
    public string? AlertTo => Find("alertTo").AsText();

    /// <summary>Application ID (<c>appId</c>); only services older than v2.1 use it, and leave it empty.</summary>
    public string? AppId => Find("appId").AsText();

    private UserList Users(string name, string otherName) =>
        UserList.Read(Find(name)) is { Text: not null } users ? users : UserList.Read(Find(otherName));
}
