using System.Globalization;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows;

/// <summary>
/// What a run of a task needs, and how it is split into sub-tasks. On the wire it is a JSON object inside a string.
/// </summary>
public sealed class RunMode : JsonRecord, IJsonPart
{
    private readonly bool _isObjectOnWire;

    private RunMode(JsonElement source, bool isObjectOnWire)
        : base(source) => _isObjectOnWire = isObjectOnWire;

    /// <summary>One task, or several sub-tasks (<c>taskMode</c>).</summary>
    public TaskMode? TaskMode { get => Find("taskMode").AsEnum<TaskMode>(); set => SetEnum("taskMode", value); }

    /// <summary>Cores for each task or sub-task (<c>cpu</c>), 0.1 to 2.</summary>
    public double? Cpu { get => Find("cpu").AsReal(); set => Set("cpu", value); }

    /// <summary>Memory for each task or sub-task in GB (<c>memory</c>), 0.3 to 4.</summary>
    public double? Memory { get => Find("memory").AsReal(); set => Set("memory", value); }

    /// <summary>Most sub-tasks at once (<c>maxParallel</c>), when there are several.</summary>
    public long? MaxParallel { get => Find("maxParallel").AsInteger(); set => Set("maxParallel", value); }

    /// <summary>Where the key comes from by which work is distributed to sub-tasks (<c>keyType</c>).</summary>
    public KeyType? KeyType { get => Find("keyType").AsEnum<KeyType>(); set => SetEnum("keyType", value); }

    /// <summary>ID of the registered data source that has the key file (<c>datasourceId</c>).</summary>
    public long? DataSourceId { get => Find("datasourceId").AsInteger(); set => Set("datasourceId", value); }

    /// <summary>Path of the key file (<c>path</c>).</summary>
    public string? Path { get => Find("path").AsText(); set => Set("path", value); }

    /// <summary>The key itself (<c>content</c>).</summary>
    public string? Content { get => Find("content").AsText(); set => Set("content", value); }

    bool IJsonPart.IsChanged => IsChanged;

    void IJsonPart.WriteTo(Utf8JsonWriter writer)
    {
        if (_isObjectOnWire) WriteTo(writer);
        else writer.WriteStringValue(ToJson());
    }

    /// <summary>Mode, cores and memory in short, such as <c>Single, 0.5 cpu, 1 GB</c>.</summary>
    public override string ToString() =>
        TaskMode is null
            ? ""
            : string.Format(CultureInfo.InvariantCulture, "{0}, {1} cpu, {2} GB", TaskMode, Cpu, Memory);

    internal static RunMode Read(JsonElement element) =>
        new(element.AsObject(), isObjectOnWire: element.ValueKind is JsonValueKind.Object or JsonValueKind.Array);
}
