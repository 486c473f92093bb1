using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Model.Connections;

/// <summary>
/// The text of the file of profiles: an object with the field <c>profiles</c>, which contains one object for each name.
/// All other contents and the order are kept.
/// </summary>
internal sealed class ProfileBook
{
    private const string List = "profiles";

    private readonly JsonElement _root;

    private ProfileBook(JsonElement root) => _root = root;

    public static ProfileBook Empty { get; } = new(default);

    public IEnumerable<FlowProfile> Profiles =>
        Entries.Select(entry => new FlowProfile(entry.Name, entry.Value.Clone()));

    private IEnumerable<JsonProperty> Entries =>
        _root.Field(List) is { ValueKind: JsonValueKind.Object } list ? list.EnumerateObject() : [];

    /// <exception cref="FormatException">
    /// The text has another form; the message names the place or the profile.
    /// </exception>
    public static ProfileBook Parse(byte[] text)
    {
        var (form, root) = JsonBody.Parse(text);
        if (form != BodyForm.Json) throw new FormatException($"it is not JSON{JsonBody.WhereBroken(text)}");
        if (root.ValueKind != JsonValueKind.Object) throw new FormatException("it is not a JSON object");
        if (root.Field(List).ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
            throw new FormatException($"its field '{List}' is not an object with a field for each profile");
        var book = new ProfileBook(root);
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in book.Entries)
        {
            if (entry.Value.ValueKind != JsonValueKind.Object)
                throw new FormatException($"the profile '{entry.Name}' is not a JSON object");
            if (!names.Add(entry.Name)) throw new FormatException($"it has the profile '{entry.Name}' twice");
            if (new FlowProfile(entry.Name, entry.Value).Problem is { } problem)
                throw new FormatException($"the profile '{entry.Name}' cannot be used: {problem}");
        }

        return book;
    }

    public FlowProfile? Find(string name) => Profiles.FirstOrDefault(profile => IsNamed(profile.Name, name));

    /// <summary>The text with a profile that replaces the one of its name, or is added at the end.</summary>
    public string With(FlowProfile profile) => Write(profile.Name, profile);

    public string Without(string name) => Write(name, profile: null);

    private static bool IsNamed(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private string Write(string name, FlowProfile? profile)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WireJson.WriterOptions(indented: true)))
        {
            writer.WriteStartObject();
            var list = _root.FieldNamed(List)?.Name;
            if (_root.ValueKind == JsonValueKind.Object)
            {
                foreach (var field in _root.EnumerateObject())
                {
                    writer.WritePropertyName(field.Name);
                    if (field.Name == list) WriteList(writer, name, profile);
                    else field.Value.CopyTo(writer);
                }
            }

            if (list is null)
            {
                writer.WritePropertyName(List);
                WriteList(writer, name, profile);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()).Replace("\r\n", "\n") + "\n";
    }

    private void WriteList(Utf8JsonWriter writer, string name, FlowProfile? profile)
    {
        writer.WriteStartObject();
        foreach (var entry in Entries)
        {
            var isMeant = IsNamed(entry.Name, name);
            if (isMeant && profile is null) continue;
            writer.WritePropertyName(entry.Name);
            if (isMeant) profile!.WriteTo(writer);
            else entry.Value.CopyTo(writer);
        }

        if (profile is not null && Find(name) is null)
        {
            writer.WritePropertyName(name);
            profile.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
