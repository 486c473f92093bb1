using System.Text.Json;

namespace BatchFlows.Model.Json;

/// <summary>
/// The value of a field that holds objects of its own: it knows whether it was changed and how it is written.
/// </summary>
internal interface IJsonPart
{
    bool IsChanged { get; }

    void WriteTo(Utf8JsonWriter writer);
}
