using System;
using System.Collections.Generic;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// Which runs an <see cref="InstanceSearch"/> looks for: all of them when nothing but the window is given.
/// </summary>
/// <param name="After">Start of the window of trigger times, inclusive.</param>
/// <param name="Before">End of the window of trigger times, exclusive.</param>
internal sealed record InstanceCriteria(DateTimeOffset After, DateTimeOffset Before)
{
    /// <summary>How their flows are scheduled.</summary>
    public IReadOnlyList<FlowType> Types { get; init; } = [FlowType.Manual, FlowType.Periodic, FlowType.Temporary];

    /// <summary>Their statuses; none for any.</summary>
    public IReadOnlyList<InstanceStatus> Statuses { get; init; } = [];

    /// <summary>User names of owners, any of which they may have; none for any.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>ID of their flow; null for any.</summary>
    public long? FlowId { get; init; }

    /// <summary>
    /// Parts of the names of their flows, any of which these may contain; none for any. Case does not matter.
    /// </summary>
    public IReadOnlyList<string> NameParts { get; init; } = [];

    /// <summary>True for the last triggered first.</summary>
    public bool IsDescending { get; init; }
}
