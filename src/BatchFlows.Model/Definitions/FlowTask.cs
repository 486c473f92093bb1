using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>A task of a flow: a command, what it needs and how often it is tried.</summary>
public sealed class FlowTask : FlowPart
{
    /// <summary>A new, empty task.</summary>
    public FlowTask()
        : base(default)
    {
    }

    internal FlowTask(JsonElement source)
        : base(source)
    {
    }

    /// <summary>Name of the task, unique within its flow (<c>name</c>).</summary>
    public string? TaskName { get => Find("name").AsText(); set => Set("name", value); }

    /// <summary>Resource the task runs on (<c>resource</c>), such as <c>default</c>.</summary>
    public string? Resource { get => Find("resource").AsText(); set => Set("resource", value); }

    /// <summary>Kind of task (<c>type</c>), a number or a word on the wire.</summary>
    public TaskType Type { get => new(Find("type").AsText()); set => Set("type", value.ToWire()); }

    /// <summary>What is synchronised (<c>syncType</c>).</summary>
    public SyncType? SyncType { get => Find("syncType").AsEnum<SyncType>(); set => SetEnum("syncType", value); }

    /// <summary>Command line (<c>cmd</c>).</summary>
    public string? Command { get => Find("cmd").AsText(); set => Set("cmd", value); }

    /// <summary>Big data account that submits the task (<c>submitter</c>); may be empty.</summary>
    public string? Submitter { get => Find("submitter").AsText(); set => Set("submitter", value); }

    /// <summary>Location of the task's file (<c>filePackage</c>).</summary>
    public string? FilePackage { get => Find("filePackage").AsText(); set => Set("filePackage", value); }

    /// <summary>The task's own cron expression of 7 fields (<c>cron</c>); empty when it follows the flow's.</summary>
    public string? Cron { get => Find("cron").AsText(); set => Set("cron", value); }

    /// <summary>Priority (<c>priorityLevel</c>); the service does not document what the numbers mean.</summary>
    public long? PriorityLevel { get => Find("priorityLevel").AsInteger(); set => Set("priorityLevel", value); }

    /// <summary>Longest run (<c>timeout</c>); the service does not document the unit, seconds are likely.</summary>
    public long? Timeout { get => Find("timeout").AsInteger(); set => Set("timeout", value); }

    /// <summary>How often a failed run is repeated (<c>retryLimit</c>).</summary>
    public long? RetryLimit { get => Find("retryLimit").AsInteger(); set => Set("retryLimit", value); }

    /// <summary>Wait between repeated runs (<c>retryInterval</c>); the service does not document the unit.</summary>
    public long? RetryInterval { get => Find("retryInterval").AsInteger(); set => Set("retryInterval", value); }

    /// <summary>Exit code that counts as success (<c>successCode</c>).</summary>
    public string? SuccessCode { get => Find("successCode").AsText(); set => Set("successCode", value); }

    /// <summary>True when other flows may refer to the task (<c>asLink</c>).</summary>
    public bool? AsLink { get => Find("asLink").AsFlag(); set => Set("asLink", value); }

    /// <summary>
    /// What a run needs and how it is split (<c>runMode</c>, a JSON object inside a string on the wire).
    /// </summary>
    public RunMode RunMode => Open("runMode", RunMode.Read);

    /// <summary>Cores for each run, 0.1 to 2: the same as in <see cref="RunMode"/>.</summary>
    public double? Cpu { get => RunMode.Cpu; set => RunMode.Cpu = value; }

    /// <summary>Memory for each run in GB, 0.3 to 4: the same as in <see cref="RunMode"/>.</summary>
    public double? Memory { get => RunMode.Memory; set => RunMode.Memory = value; }

    /// <summary>One task, or several sub-tasks: the same as in <see cref="RunMode"/>.</summary>
    public TaskMode? TaskMode => RunMode.TaskMode;

    /// <summary>Most sub-tasks at once: the same as in <see cref="RunMode"/>.</summary>
    public long? MaxParallel => RunMode.MaxParallel;

    /// <summary>Where the key of sub-tasks comes from: the same as in <see cref="RunMode"/>.</summary>
    public KeyType? KeyType => RunMode.KeyType;

    /// <summary>Wait code (<c>waitCode</c>); only services older than v2.1 use it, and leave it empty.</summary>
    public string? WaitCode { get => Find("waitCode").AsText(); set => Set("waitCode", value); }

    /// <summary>The task's name.</summary>
    public override string ToString() => TaskName ?? "";
}
