using System.Collections.Generic;

namespace BatchFlows.Analysis.Backups;

/// <summary>A flow and where it is.</summary>
/// <param name="Directory">
/// Names from below the root, which may contain separators; null when the service shows the flow in no directory.
/// </param>
internal sealed record FlowPlace(long FlowId, string FlowName, IReadOnlyList<string>? Directory);
