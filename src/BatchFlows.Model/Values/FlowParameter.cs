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

    /// <summary>The same parameter with another value; its other fields stay.</summary>
    internal FlowParameter With(string value) => value == Value ? this : new FlowParameter(Key, value, _source);

    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (_source.ValueKind == JsonValueKind.Object)
        {
            WriteSource(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("key", Key);
        writer.WriteString("value", Value);
        writer.WriteEndObject();
    }

    private void WriteSource(Utf8JsonWriter writer)
    {
        var hasValue = _source.TryGetProperty("value", out var value);
        if ((value.AsText() ?? "") == Value)
        {
            _source.CopyTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var field in _source.EnumerateObject())
        {
            writer.WritePropertyName(field.Name);
            if (field.NameEquals("value")) writer.WriteStringValue(Value);
            else field.Value.CopyTo(writer);
        }

        if (!hasValue) writer.WriteString("value", Value);
        writer.WriteEndObject();
    }
}
