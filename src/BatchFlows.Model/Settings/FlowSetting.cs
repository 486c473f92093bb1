using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Model.Settings;

/// <summary>A setting of a flow: its names, and how its value is read and written.</summary>
/// <param name="name">Name that users see: the property of <see cref="Flow"/>.</param>
/// <param name="wireName">Field of Save Flow and of a flow's graph.</param>
/// <param name="place">Place of the field among the settings of Save Flow's body, from 1.</param>
/// <param name="read">Reads the value that users see.</param>
/// <param name="load">Reads the value that is saved again unless it is changed.</param>
internal sealed class FlowSetting(
    string name, string wireName, int place, Func<Flow, object?> read, Func<JsonElement, object> load)
{
    /// <summary>Name that users see.</summary>
    public string Name { get; } = name;

    /// <summary>Parameter of Set-BatchFlow; the name unless the command uses another word.</summary>
    public string Parameter { get; init; } = name;

    /// <summary>Field of Save Flow.</summary>
    public string WireName { get; } = wireName;

    /// <summary>Field of a definition.</summary>
    public string DefinedAs { get; init; } = wireName;

    /// <summary>Other names of the field in an answered flow; they come before the wire name.</summary>
    public IReadOnlyList<string> AnsweredAs { get; init; } = [];

    /// <summary>False when most answers omit the setting, so that a missing value is an unknown one.</summary>
    public bool IsAnswered { get; init; } = true;

    /// <summary>Place of the field in Save Flow's body.</summary>
    public int Place => place;

    /// <summary>The value that users see; null where the answer has none.</summary>
    public object? Read(Flow flow) => read(flow);

    /// <summary>The value to save again: that of the flow, or else of its graph.</summary>
    public object Load(Flow loaded)
    {
        var own = AnsweredAs.Append(WireName).Select(loaded.Field).FirstOrDefault(IsThere);
        return load(IsThere(own) ? own : loaded.Graph.Field(WireName));

        static bool IsThere(JsonElement value) =>
            value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
    }

    /// <summary>True when both flows show the same value. No text and an empty text are the same.</summary>
    public bool IsSame(Flow one, Flow other)
    {
        return Equals(Comparable(one), Comparable(other));

        object Comparable(Flow flow) =>
            read(flow) switch { null => "", ParameterList list => $"{list}", var value => value };
    }

    /// <summary>Writes a value as Save Flow documents it: enums and flags as numbers, lists as text.</summary>
    public static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case long number: writer.WriteNumberValue(number); break;
            case Enum choice: writer.WriteNumberValue(Convert.ToInt32(choice, CultureInfo.InvariantCulture)); break;
            case bool flag: writer.WriteNumberValue(flag ? 1 : 0); break;
            case UserList users: writer.WriteStringValue(users.Text ?? ""); break;
            case ParameterList parameters: writer.WriteStringValue(parameters.ToWire()); break;
            default: writer.WriteStringValue($"{value}"); break;
        }
    }
}
