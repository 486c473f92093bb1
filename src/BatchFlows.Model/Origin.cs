namespace BatchFlows.Model;

/// <summary>
/// Where an object came from: what the pipeline needs to go back there, and what its times need to be moments.
/// </summary>
internal sealed record Origin(string ConnectionName, ServerZone Zone);
