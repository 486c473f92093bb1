using System;

namespace BatchFlows.Model;

/// <summary>
/// Where an object came from: what the pipeline needs to go back there, and what its times need to be moments.
/// </summary>
/// <param name="ConnectionName">Name of the connection.</param>
/// <param name="Zone">The server's zone.</param>
/// <param name="ReadAt">When the service was asked; null when that does not matter.</param>
internal sealed record Origin(string ConnectionName, ServerZone Zone, DateTimeOffset? ReadAt = null);
