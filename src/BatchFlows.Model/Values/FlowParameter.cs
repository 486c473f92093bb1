using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>A global parameter of a flow.</summary>
public sealed class FlowParameter
{
    private readonly JsonElement _source;

    /// <summary>A parameter with a value.</summary>
    public FlowParameter(string key, string value)
    {
        Key = key;
        Value = value;
    }

    internal FlowParameter(string key, string value, JsonElement source)
        : this(key, value) => _source = source;

    /// <summary>Its name.</summary>
    public string Key { get; }

    /// <summary>Its value; may hold references such as <c>${cal_dt}</c>.</summary>
    public string Value { get; }

    /// <summary>The parameter as <c>key=value</c>.</summary>
    public override string ToString() => $"{Key}={Value}";

    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (_source.ValueKind == JsonValueKind.Object)
        {
            _source.CopyTo(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("key", Key);
        writer.WriteString("value", Value);
        writer.WriteEndObject();
    }
}
