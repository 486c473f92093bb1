using System;
using System.Collections.Generic;

namespace BatchFlows.Client.Requests;

/// <summary>Which runs are wanted.</summary>
/// <param name="Type">How their flows are scheduled. The service accepts one value only.</param>
/// <param name="After">Start of the window of trigger times, inclusive.</param>
/// <param name="Before">End of the window of trigger times, exclusive.</param>
internal sealed record FlowInstanceQuery(FlowType Type, DateTimeOffset After, DateTimeOffset Before)
{
    /// <summary>Statuses of the runs; none for any.</summary>
    public IReadOnlyList<InstanceStatus> Statuses { get; init; } = [];

    /// <summary>User name of an owner; empty for any.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Part of the run's ID or of the flow's name; empty for any.</summary>
    public string Expression { get; init; } = "";
}
