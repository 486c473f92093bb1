using System.Collections;

namespace BatchFlows.Model.Settings;

/// <summary>What is to be changed of a flow; what is null stays as it is.</summary>
internal sealed record FlowChanges
{
    /// <summary>New name.</summary>
    public string? FlowName { get; init; }

    /// <summary>How it is scheduled.</summary>
    public FlowType? Type { get; init; }

    /// <summary>Cron expression of 7 fields.</summary>
    public string? Cron { get; init; }

    /// <summary>Cycle: M, W, D, H or mi.</summary>
    public string? Cycle { get; init; }

    /// <summary>Who is alerted, and how.</summary>
    public AlertMode? AlertMode { get; init; }

    /// <summary>Big data account that submits it.</summary>
    public string? Submitter { get; init; }

    /// <summary>User names of all owners.</summary>
    public UserList? Owners { get; init; }

    /// <summary>User names of all who may see it.</summary>
    public UserList? Visitors { get; init; }

    /// <summary>Date from which the schedule is effective.</summary>
    public ServiceTime? StartTime { get; init; }

    /// <summary>Parameters to be set: those of other names stay as they are.</summary>
    public IDictionary? Parameters { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Whether its schedule is to be started; the copy that is saved need not tell what the flow itself is.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Computing queue.</summary>
    public string? Queue { get; init; }
}
