using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using BatchFlows.Model.Schedules;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>The whole configuration of a flow, as Export Flow returns it and Import Flow accepts it.</summary>
public sealed class FlowDefinition : JsonRecord
{
    /// <summary>A new, empty definition.</summary>
    public FlowDefinition()
        : base(default)
    {
    }

    internal FlowDefinition(JsonElement source, long? flowId = null, string? connectionName = null)
        : base(source)
    {
        FlowId = flowId;
        ConnectionName = connectionName;
    }

    /// <summary>
    /// ID of the exported flow. It is not part of the definition: null for one that was read from a file.
    /// </summary>
    public long? FlowId { get; }

    /// <summary>Name of the connection the flow was exported through; null for a definition read from a file.</summary>
    public string? ConnectionName { get; }

    /// <summary>Name of the flow (<c>name</c>).</summary>
    public string? FlowName { get => Find("name").AsText(); set => Set("name", value); }

    /// <summary>Scheduling cycle (<c>cycle</c>): M month, W week, D day, H hour, mi minute. Case matters.</summary>
    public string? Cycle { get => Find("cycle").AsText(); set => Set("cycle", value); }

    /// <summary>
    /// Cron expression of 7 fields (<c>cron</c>): second, minute, hour, day of month, month, day of week, year.
    /// </summary>
    public string? Cron { get => Find("cron").AsText(); set => Set("cron", value); }

    /// <summary>
    /// When it runs, in words such as <c>daily 01:30</c>; the cron expression itself where words would be long or
    /// uncertain. <c>manual</c> and <c>temporary</c> for flows of these types.
    /// </summary>
    public string Schedule => ScheduleWords.Of(Type, Cron);

    /// <summary>Global parameters of the flow (<c>parameters</c>, a JSON array inside a string on the wire).</summary>
    [AllowNull]
    public ParameterList Parameters { get => new(Find("parameters")); set => Set("parameters", value?.ToWire()); }

    /// <summary>Who is alerted, and how (<c>alertMode</c>).</summary>
    public AlertMode? AlertMode { get => Find("alertMode").AsEnum<AlertMode>(); set => SetEnum("alertMode", value); }

    /// <summary>Big data account that submits the flow (<c>submitter</c>).</summary>
    public string? Submitter { get => Find("submitter").AsText(); set => Set("submitter", value); }

    /// <summary>User names of the owners (<c>owners</c>, <c>a;b</c> on the wire).</summary>
    [AllowNull]
    public UserList Owners { get => UserList.Read(Find("owners")); set => Set("owners", value?.Text); }

    /// <summary>User names of those who may see the flow (<c>visitors</c>, <c>a;b</c> on the wire).</summary>
    [AllowNull]
    public UserList Visitors { get => UserList.Read(Find("visitors")); set => Set("visitors", value?.Text); }

    /// <summary>How the flow is scheduled (<c>type</c>).</summary>
    public FlowType? Type { get => Find("type").AsEnum<FlowType>(); set => SetEnum("type", value); }

    /// <summary>What is synchronised (<c>syncType</c>).</summary>
    public SyncType? SyncType { get => Find("syncType").AsEnum<SyncType>(); set => SetEnum("syncType", value); }

    /// <summary>Description (<c>desc</c>).</summary>
    public string? Description { get => Find("desc").AsText(); set => Set("desc", value); }

    /// <summary>
    /// Date from which the schedule is effective (<c>startTime</c>, <c>yyyy-MM-dd</c>, in the server's zone).
    /// </summary>
    public ServiceTime? StartTime
    {
        get => new ServiceTime(Find("startTime").AsText()).OrNull;
        set => Set("startTime", value?.Text);
    }

    /// <summary>The tasks (<c>tasks</c>).</summary>
    public IList<FlowTask> Tasks => Parts("tasks", static item => new FlowTask(item));

    /// <summary>How many tasks it has.</summary>
    public int TaskCount => Tasks.Count;

    /// <summary>Flows this one depends on (<c>flowLinks</c>).</summary>
    public IList<FlowLink> FlowLinks => Parts("flowLinks", static item => new FlowLink(item));

    /// <summary>Tasks of other flows this one depends on (<c>taskLinks</c>).</summary>
    public IList<TaskLink> TaskLinks => Parts("taskLinks", static item => new TaskLink(item));

    /// <summary>Which task of this flow follows which (<c>relations</c>).</summary>
    public IList<TaskRelation> Relations => Parts("relations", static item => new TaskRelation(item));

    /// <summary>
    /// Which task of this flow follows which link (<c>linkRelations</c>), joined by <see cref="LinkRelation.LinkId"/>.
    /// </summary>
    public IList<LinkRelation> LinkRelations => Parts("linkRelations", static item => new LinkRelation(item));

    /// <summary>Receivers of alerts (<c>alertTo</c>); only services older than v2.1 use it.</summary>
    public string? AlertTo { get => Find("alertTo").AsText(); set => Set("alertTo", value); }

    /// <summary>Application ID (<c>appId</c>); only services older than v2.1 use it, and leave it empty.</summary>
    public string? AppId { get => Find("appId").AsText(); set => Set("appId", value); }

    /// <summary>
    /// Rules that do not count in this flow, from <c>$suppress</c> in its file. It is not part of what the service
    /// knows: exports do not have it, and imports do not send it.
    /// </summary>
    internal JsonElement Suppressed { get; set; }

    /// <summary>
    /// Names of the secrets for which placeholders stand, from <c>$secrets</c> in its file. As long as there are any,
    /// the definition must not be sent to the service.
    /// </summary>
    internal IReadOnlyList<string> MaskedSecrets { get; set; } = [];

    /// <summary>Reads a definition from the text that <see cref="JsonRecord.ToJson"/> or Export Flow made.</summary>
    /// <exception cref="FormatException">The text is not a JSON object.</exception>
    public static FlowDefinition Parse(string json) => new(ReadObject(json));

    /// <summary>The flow's name.</summary>
    public override string ToString() => FlowName ?? "";

    internal static JsonElement ReadObject(string json)
    {
        if (string.IsNullOrWhiteSpace(json)) throw new FormatException("The text of this flow's definition is empty.");
        var body = Encoding.UTF8.GetBytes(json);
        var (form, root) = JsonBody.Parse(body);
        if (form == BodyForm.CutJson) throw new FormatException("The JSON of this flow's definition ends early.");
        if (form == BodyForm.NotJson)
            throw new FormatException(
                $"A flow's definition is a JSON object, and this is not JSON{JsonBody.WhereBroken(body)}.");
        return root.ValueKind == JsonValueKind.Object
            ? root
            : throw new FormatException("A flow's definition is a JSON object, and this is other JSON.");
    }

    private RecordList<T> Parts<T>(string name, Func<JsonElement, T> read)
        where T : FlowPart => Open(name, source => new RecordList<T>(this, source, read));
}
