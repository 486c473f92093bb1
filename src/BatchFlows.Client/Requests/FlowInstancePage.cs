using System.Collections.Generic;

namespace BatchFlows.Client.Requests;

/// <summary>A page of a list of runs.</summary>
/// <param name="Instances">The runs.</param>
/// <param name="Count">
/// Number of runs that the service reports: of the page or in total, which is not documented.
/// </param>
internal sealed record FlowInstancePage(IReadOnlyList<FlowInstance> Instances, long? Count);
