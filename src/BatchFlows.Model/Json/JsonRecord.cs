// Longer than 150 lines: reading, setting and writing rely on how the entries are kept.
using System;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// An object of the service. It keeps the JSON from which it was read, and properties read from that JSON, so that
/// unknown fields, numbers sent as text and everything else are written back as they came. Only fields that were set
/// through a property are written anew.
/// </summary>
public abstract class JsonRecord
{
    private readonly JsonElement _source;

    // Newest first. Objects travel between runspaces, so reading must not race: entries are only ever prepended,
    // atomically.
    private Entry? _entries;

    private protected JsonRecord(JsonElement source) => _source = source;

    /// <summary>
    /// True when a field was set since this object was read; false for an object as the service sent it.
    /// </summary>
    internal bool IsChanged
    {
        get
        {
            for (var entry = _entries; entry is not null; entry = entry.Next)
            {
                if (entry.IsChanged) return true;
            }

            return false;
        }
    }

    /// <summary>This object as JSON text, in the form the service uses.</summary>
    /// <param name="indented">
    /// True for a text to read or to keep in a file (two blanks a level, line feeds); false for one line.
    /// </param>
    public string ToJson(bool indented = false)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WireJson.WriterOptions(indented))) WriteTo(writer);
        var json = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        return indented ? json.Replace("\r\n", "\n") : json;
    }

    /// <summary>This object in the form the service uses: the JSON it was read from when nothing was set.</summary>
    internal JsonElement ToElement() =>
        IsChanged || _source.ValueKind == JsonValueKind.Undefined
            ? JsonBody.Parse(WireJson.ToBytes(WriteTo)).Root
            : _source;

    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (!IsChanged && _source.ValueKind != JsonValueKind.Undefined)
        {
            _source.CopyTo(writer);
            return;
        }

        writer.WriteStartObject();
        if (_source.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in _source.EnumerateObject())
            {
                writer.WritePropertyName(property.Name);
                if (FindSpelled(property.Name) is { IsChanged: true } entry) entry.WriteTo(writer);
                else property.Value.CopyTo(writer);
            }
        }

        WriteAdded(_entries, writer);
        writer.WriteEndObject();
    }

    private protected JsonElement Find(string name) =>
        FindEntry(name) is { Part: null } set ? set.Value
        : _source.Field(name);

    /// <summary>
    /// A field that holds objects of its own. It is opened once, and changes in it count as changes of this object.
    /// </summary>
    private protected T Open<T>(string name, Func<JsonElement, T> read)
        where T : class, IJsonPart
    {
        if (FindEntry(name) is { Part: T opened }) return opened;
        Prepend(new Entry(name, default, read(Find(name))));
        return (T)FindEntry(name)!.Part!;
    }

    private protected void Set(string name, string? value) => Set(name, WireJson.ToElement(value));

    private protected void Set(string name, long? value) => Set(name, WireJson.ToElement(value));

    private protected void Set(string name, double? value) => Set(name, WireJson.ToElement(value));

    private protected void Set(string name, bool? value) => Set(name, WireJson.ToElement(value));

    private protected void Set(string name, JsonElement value)
    {
        if (FindEntry(name) is { Part: null } set) set.Value = value;
        else Prepend(new Entry(name, value, part: null));
    }

    private protected void SetEnum<T>(string name, T? value)
        where T : struct, Enum => Set(name, value is { } set ? Convert.ToInt64(set, provider: null) : null);

    /// <summary>How the service spelled a field, so that it is written back in its place.</summary>
    private string SpellingOf(Entry entry) => entry.Spelling ??= _source.FieldNamed(entry.Name)?.Name ?? entry.Name;

    private Entry? FindEntry(string name)
    {
        for (var entry = _entries; entry is not null; entry = entry.Next)
        {
            if (entry.Name == name) return entry;
        }

        return null;
    }

    private Entry? FindSpelled(string spelling)
    {
        for (var entry = _entries; entry is not null; entry = entry.Next)
        {
            if (SpellingOf(entry) == spelling) return entry;
        }

        return null;
    }

    private void Prepend(Entry entry)
    {
        do
        {
            entry.Next = Volatile.Read(ref _entries);
            // Two readers may open the same part at once: the first one stays.
            if (entry.Part is not null && FindEntry(entry.Name) is { Part: not null }) return;
        }
        while (Interlocked.CompareExchange(ref _entries, entry, entry.Next) != entry.Next);
    }

    private void WriteAdded(Entry? entry, Utf8JsonWriter writer)
    {
        if (entry is null) return;
        WriteAdded(entry.Next, writer);
        var known = _source.ValueKind == JsonValueKind.Object && _source.TryGetProperty(SpellingOf(entry), out _);
        if (known || !entry.IsChanged || FindEntry(entry.Name) != entry) return;
        writer.WritePropertyName(SpellingOf(entry));
        entry.WriteTo(writer);
    }

    private sealed class Entry(string name, JsonElement value, IJsonPart? part)
    {
        public string Name { get; } = name;

        /// <summary>Looked up when the object is written, because most objects never are.</summary>
        public string? Spelling { get; set; }

        public JsonElement Value { get; set; } = value;

        public IJsonPart? Part { get; } = part;

        public Entry? Next { get; set; }

        public bool IsChanged => Part is null || Part.IsChanged;

        public void WriteTo(Utf8JsonWriter writer)
        {
            if (Part is null) Value.CopyTo(writer);
            else Part.WriteTo(writer);
        }
    }
}
