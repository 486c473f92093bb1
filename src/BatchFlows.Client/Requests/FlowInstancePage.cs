using System.Collections.Generic;

namespace BatchFlows.Client.Requests;

/// <summary>A page of a list of runs.</summary>
/// <param name="Instances">The runs.</param>
/// <param name="Count">What the service says it found: on the page or in all, it does not document which.</param>
internal sealed record FlowInstancePage(IReadOnlyList<FlowInstance> Instances, long? Count);
