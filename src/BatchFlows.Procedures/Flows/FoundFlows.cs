using System.Collections.Generic;
using BatchFlows.Analysis.Graphs;

namespace BatchFlows.Procedures.Flows;

/// <summary>All flows of an organisation.</summary>
/// <param name="Flows">Those that were read.</param>
/// <param name="Unread">Those that could not be read.</param>
internal sealed record FoundFlows(IReadOnlyList<KnownFlow> Flows, IReadOnlyList<FlowSummary> Unread);
