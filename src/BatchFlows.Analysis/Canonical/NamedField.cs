using System.Text.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>A field of an object. <see cref="JsonProperty.Name"/> makes a new text each time that it is asked.</summary>
internal readonly record struct NamedField(string Name, JsonElement Value);
