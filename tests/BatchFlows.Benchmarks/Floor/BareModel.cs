using System.Text.Json.Serialization;

namespace BatchFlows.Benchmarks;

/// <summary>
/// The answer of Export Flow as somebody would read it who needs just these fields: plain classes and source-generated
/// code.
/// </summary>
internal sealed class BareAnswer
{
    public int Code { get; set; }

    public string? Msg { get; set; }

    public BareFlow? Data { get; set; }
}

internal sealed class BareFlow
{
    public string? Name { get; set; }

    public string? Cycle { get; set; }

    public string? Cron { get; set; }

    public string? Parameters { get; set; }

    public int AlertMode { get; set; }

    public string? Submitter { get; set; }

    public string? Owners { get; set; }

    public string? Visitors { get; set; }

    public int Type { get; set; }

    public int SyncType { get; set; }

    public string? Desc { get; set; }

    public string? StartTime { get; set; }

    public BareTask[]? Tasks { get; set; }

    public BareRelation[]? Relations { get; set; }
}

internal sealed class BareTask
{
    public string? Name { get; set; }

    public string? Resource { get; set; }

    public string? Type { get; set; }

    public int SyncType { get; set; }

    public string? Cmd { get; set; }

    public string? Submitter { get; set; }

    public string? FilePackage { get; set; }

    public string? Cron { get; set; }

    public int PriorityLevel { get; set; }

    public int Timeout { get; set; }

    public int RetryLimit { get; set; }

    public int RetryInterval { get; set; }

    public string? SuccessCode { get; set; }

    public bool AsLink { get; set; }

    public string? RunMode { get; set; }
}

internal sealed class BareRelation
{
    public string? SourceTaskName { get; set; }

    public string? TargetTaskName { get; set; }

    public bool Rerun { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BareAnswer))]
internal sealed partial class BareContext : JsonSerializerContext;
