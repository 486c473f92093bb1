using System.Text.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>A field of an object. <see cref="JsonProperty.Name"/> makes a new text each time it is asked.</summary>
/// <param name="Rank">Its place among the documented ones.</param>
/// <param name="Quoted">The name of a documented one as it stands in JSON; null for any other spelling.</param>
internal readonly record struct NamedField(string Name, JsonElement Value, int Rank, byte[]? Quoted = null);
