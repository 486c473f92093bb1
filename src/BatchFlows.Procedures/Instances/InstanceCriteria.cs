using System;
using System.Collections.Generic;

namespace BatchFlows.Procedures.Instances;

/// <summary>Which runs an <see cref="InstanceSearch"/> looks for. The default is all runs in the window.</summary>
/// <param name="After">Start of the window of trigger times, inclusive.</param>
/// <param name="Before">End of the window of trigger times, exclusive.</param>
internal sealed record InstanceCriteria(DateTimeOffset After, DateTimeOffset Before)
{
    /// <summary>How their flows are scheduled.</summary>
    public IReadOnlyList<FlowType> Types { get; init; } = [FlowType.Manual, FlowType.Periodic, FlowType.Temporary];

    /// <summary>Their statuses; none for any.</summary>
    public IReadOnlyList<InstanceStatus> Statuses { get; init; } = [];

    /// <summary>User names of owners, of which a flow must have one; empty for any owner.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>ID of their flow; null for any.</summary>
    public long? FlowId { get; init; }

    /// <summary>
    /// Parts of flow names, of which a name must contain one; empty for any name. Case does not matter.
    /// </summary>
    public IReadOnlyList<string> NameParts { get; init; } = [];

    /// <summary>True for the last triggered first.</summary>
    public bool IsDescending { get; init; }
}
