namespace BatchFlows.Sandbox;

/// <summary>A directory of the organisation's tree; the root alone has no parent.</summary>
internal sealed record StoredDirectory(string Id, string Name, string? ParentId);
