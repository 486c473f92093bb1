using System;

namespace BatchFlows.Model;

/// <summary>
/// Where an object came from: the connection for later commands of the pipeline, and the zone in which its times are
/// read.
/// </summary>
/// <param name="ConnectionName">Name of the connection.</param>
/// <param name="Zone">The server's zone.</param>
/// <param name="ReadAt">When the service was asked; null when that does not matter.</param>
internal sealed record Origin(string ConnectionName, ServerZone Zone, DateTimeOffset? ReadAt = null);
