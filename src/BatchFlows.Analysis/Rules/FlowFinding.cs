using BatchFlows.Model.Failures;

namespace BatchFlows;

/// <summary>What a rule found in a flow.</summary>
public sealed class FlowFinding
{
    internal FlowFinding(FlowRule rule, string message, string location, string? taskName)
    {
        Rule = rule;
        Message = ShownText.Clean(message);
        Location = location;
        TaskName = taskName;
    }

    /// <summary>The rule.</summary>
    public FlowRule Rule { get; }

    /// <summary>ID of the rule, such as <c>BF101</c>.</summary>
    public string RuleId => Rule.RuleId;

    /// <summary>How serious it is.</summary>
    public RuleSeverity Severity => Rule.Severity;

    /// <summary>What is wrong.</summary>
    public string Message { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy => Rule.Remedy;

    /// <summary>
    /// Where it is in the definition, such as <c>tasks[1].cmd</c>; empty where it is about the whole flow. Items are
    /// counted from 0, in the order of the file.
    /// </summary>
    public string Location { get; }

    /// <summary>Name of the task; null where it is about the flow.</summary>
    public string? TaskName { get; }

    /// <summary>Name of the flow.</summary>
    public string? FlowName { get; internal set; }

    /// <summary>ID of the flow; null for a definition that did not come from the service.</summary>
    public long? FlowId { get; internal set; }

    /// <summary>Name of the connection the flow came from; null when it did not come from the service.</summary>
    public string? ConnectionName { get; internal set; }

    /// <summary>Path of the file; null for a definition that was not read from a file.</summary>
    public string? Path { get; internal set; }

    /// <summary>ID of the rule, place and message.</summary>
    public override string ToString() => $"{RuleId} {Location}: {Message}";
}
