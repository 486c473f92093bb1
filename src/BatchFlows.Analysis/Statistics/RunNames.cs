using System.Collections.Generic;

namespace BatchFlows.Analysis.Statistics;

/// <summary>What the runs of a flow have in common, so that 100,000 runs do not hold as many of it.</summary>
/// <param name="IdStart">What their IDs begin with, such as <c>2809-</c>; a whole ID that ends with no number.</param>
internal sealed record RunNames(string? IdStart, long? FlowId, string FlowName, IReadOnlyList<string> Owners)
{
    public static RunNames None { get; } = new(null, null, "", []);
}
