using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Text;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// The parameters of a flow, in the service's order. On the wire they are a JSON array inside a string; an array itself
/// or one object with a field for each parameter are read as well.
/// </summary>
public sealed class ParameterList : ReadOnlyCollection<FlowParameter>
{
    /// <summary>A list of parameters, of the entries of a table, or of texts in the form <c>key=value</c>.</summary>
    /// <exception cref="ArgumentException">A table has a value that is no single one.</exception>
    public ParameterList(IEnumerable parameters)
        : base(parameters is IDictionary table
            ? [.. table.Keys.Cast<object>().Select(key => new FlowParameter(TextOf(key), TextOf(table[key], key)))]
            : [.. parameters.Cast<object>().Select(ToParameter)])
    {
    }

    internal ParameterList(JsonElement element)
        : this(Read(element.AsNested()))
    {
    }

    /// <summary>The value of a parameter; null when there is none of that name.</summary>
    public string? this[string key] => ByKey.TryGetValue(key, out var value) ? value : null;

    /// <summary>All parameters as <c>key=value</c>, separated by a comma and a blank.</summary>
    public override string ToString() => string.Join(", ", this);

    /// <summary>The same list with other values for some names; names that are not in it come at its end.</summary>
    public ParameterList With(IDictionary values)
    {
        var set = new ParameterList(values);
        var known = this.Select(
            parameter => set[parameter.Key] is { } value ? parameter.With(value) : parameter);
        return new ParameterList(known.Concat(set.Where(parameter => this[parameter.Key] is null)));
    }

    private Dictionary<string, string> ByKey =>
        field ??= this.GroupBy(parameter => parameter.Key).ToDictionary(same => same.Key, same => same.First().Value);

    internal string ToWire() => Encoding.UTF8.GetString(WireJson.ToBytes(WriteTo));

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var parameter in this) parameter.WriteTo(writer);
        writer.WriteEndArray();
    }

    private static FlowParameter ToParameter(object item)
    {
        if (item is FlowParameter parameter) return parameter;
        var parts = $"{item}".Split(['='], 2);
        return new FlowParameter(parts[0], parts.Length > 1 ? parts[1] : "");
    }

    private static string TextOf(object? value, object? key = null) => PlainText.Of(value)
        ?? throw new ArgumentException(
            $"The value of '{key}' is of type {value!.GetType().Name}, which is not a single value.");

    private static IEnumerable<FlowParameter> Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when !element.TryGetProperty("key", out _) =>
            element.EnumerateObject().Select(field => new FlowParameter(field.Name, field.Value.AsText() ?? "")),
        JsonValueKind.Object => ReadItem(element), // the only one of an array
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ReadItem),
        _ => [],
    };

    private static IEnumerable<FlowParameter> ReadItem(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) return [new FlowParameter(item.AsText() ?? "", "")];
        return item.TryGetProperty("key", out var key)
            ? [new FlowParameter(
                key.AsText() ?? "", item.TryGetProperty("value", out var value) ? value.AsText() ?? "" : "", item)]
            : Read(item);
    }
}
