using System;
using System.Collections.ObjectModel;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace BatchFlows.Model.Json;

/// <summary>
/// The parts of a flow that stand in one array of its definition. A single object where an array belongs is a list of
/// one, and both may be written as JSON text.
/// </summary>
internal sealed class RecordList<T> : Collection<T>, IJsonPart
    where T : FlowPart
{
    private readonly FlowDefinition _flow;
    private readonly Func<JsonElement, T> _read;
    private readonly T[] _original;

    public RecordList(FlowDefinition flow, JsonElement source, Func<JsonElement, T> read)
    {
        _flow = flow;
        _read = read;
        var list = source.AsNested();
        if (list.ValueKind == JsonValueKind.Object) Add(read(list));
        if (list.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in list.EnumerateArray()) Add(read(item));
        }

        _original = [.. Items];
    }

    public bool IsChanged => !Items.SequenceEqual(_original) || Items.Any(item => item.IsChanged);

    /// <summary>The names of the parts, as a column of a table shows them.</summary>
    public override string ToString() => string.Join(", ", Items);

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in Items) item.WriteTo(writer);
        writer.WriteEndArray();
    }

    protected override void InsertItem(int index, T item) => base.InsertItem(index, Own(item));

    protected override void SetItem(int index, T item) => base.SetItem(index, Own(item));

    /// <summary>The part itself, or a copy of one that belongs to another flow.</summary>
    private T Own(T item)
    {
        if (item is null) throw new ArgumentNullException(nameof(item));
        var own = item.Flow is null || item.Flow == _flow
            ? item
            : _read(JsonBody.Parse(Encoding.UTF8.GetBytes(item.ToJson())).Root);
        own.Flow = _flow;
        return own;
    }
}
