using System;
using System.Collections.Generic;
using System.Text.Json;

namespace BatchFlows.Sandbox;

/// <summary>The fields of a body. A missing or malformed field is refused with 62102.</summary>
internal sealed class RequestBody
{
    // From 1970 to the year 9000, so that date arithmetic never overflows.
    private const long LatestMoment = 221845392000000;

    private readonly JsonElement _json;
    private readonly Func<string, string> _complaint;

    private RequestBody(JsonElement json, Func<string, string> complaint) => (_json, _complaint) = (json, complaint);

    /// <param name="body">The bytes.</param>
    /// <param name="complaint">From the name of a field, or the word "body", to the text of the refusal.</param>
    public static RequestBody Read(byte[] body, Func<string, string> complaint) =>
        JsonReading.Parse(body) is { ValueKind: JsonValueKind.Object } json
            ? new(json, complaint)
            : throw ServiceRefusal.Invalid(complaint("body"));

    public bool Has(string name) => _json.Field(name) is not null;

    /// <summary>A string, which may be empty.</summary>
    public string Text(string name) => _json.Text(name) ?? throw Refuse(name);

    /// <summary>A string that is not blank.</summary>
    public string Filled(string name) => Text(name) is var text && text.Trim().Length > 0 ? text : throw Refuse(name);

    /// <summary>A field that may be left out, as text.</summary>
    public string Optional(string name) => _json.AnyText(name);

    public long Number(string name) => _json.Number(name) ?? throw Refuse(name);

    public int Int(string name) =>
        Number(name) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw Refuse(name);

    /// <summary>A moment in milliseconds since 1970.</summary>
    public DateTimeOffset Moment(string name) => Number(name) is >= 0 and <= LatestMoment and var milliseconds
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        : throw Refuse(name);

    public JsonElement Object(string name) =>
        _json.Field(name) is { ValueKind: JsonValueKind.Object } json ? json : throw Refuse(name);

    /// <summary>An array of objects; none when it is left out.</summary>
    public IReadOnlyList<RequestBody> Items(string name)
    {
        if (_json.Field(name) is not { } array) return [];
        if (array.ValueKind != JsonValueKind.Array) throw Refuse(name);
        var items = new List<RequestBody>();
        foreach (var item in array.EnumerateArray())
            items.Add(item.ValueKind == JsonValueKind.Object ? new(item, _complaint) : throw Refuse(name));
        return items;
    }

    /// <summary>An object as a body of its own; null when it is left out.</summary>
    public RequestBody? Part(string name) => Has(name) ? new(Object(name), _complaint) : null;

    public bool Flag(string name) => _json.Field(name)?.ValueKind == JsonValueKind.True;

    /// <summary>
    /// Coordinate of a node; 0 for a value that is not a number, or one too large to be written back.
    /// </summary>
    public double Coordinate(string name) =>
        _json.Field(name) is { ValueKind: JsonValueKind.Number } number
            && number.TryGetDouble(out var value)
            && !double.IsInfinity(value) ? value : 0;

    /// <summary>JSON of an array, sent as such or as text; its text.</summary>
    public string ArrayText(string name) =>
        JsonReading.Parse(_json.AnyText(name)) is { ValueKind: JsonValueKind.Array } array
            ? array.GetRawText()
            : throw Refuse(name);

    public ServiceRefusal Refuse(string name) => ServiceRefusal.Invalid(_complaint(name));
}
