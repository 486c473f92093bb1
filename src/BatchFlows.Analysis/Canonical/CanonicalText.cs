using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>Writes a definition of the service's form in the canonical one.</summary>
internal sealed class CanonicalText(CommandFiles? commands)
{
    private readonly JsonText _text = new(indented: true);
    private readonly OpenedText _opened = new();

    public byte[] ToUtf8() => _text.ToUtf8();

    public void WriteFlow(FlowDefinition definition)
    {
        var flow = definition.ToElement();
        _text.StartObject();
        Marks.Write(definition, _text);
        foreach (var field in Shape.Flow.Ordered(flow)) WriteField(Marks.InFile(field.Name), field, Shape.Flow, flow);
        _text.EndObject();
        _text.EndLine();
    }

    /// <summary>A part by itself, without its command's file.</summary>
    public static string Of(JsonElement part, Shape shape)
    {
        var text = new CanonicalText(commands: null);
        text.WritePart(part, shape);
        return text._text.ToString();
    }

    private void WriteObject(JsonElement element, Shape shape)
    {
        _text.StartObject();
        foreach (var field in shape.Ordered(element)) WriteField(field.Name, field, shape, element);
        _text.EndObject();
    }

    private void WriteField(string name, NamedField field, Shape shape, JsonElement parent)
    {
        var role = shape.RoleOf(field);
        if (role == FieldRole.LeftOut) return;
        if (field.Quoted is { } quoted) _text.Name(quoted);
        else _text.Name(name);
        switch (role)
        {
            case FieldRole.Users:
                WriteUsers(field.Value);
                break;
            case FieldRole.Json:
                WriteJson(field.Value);
                break;
            case FieldRole.Command:
                WriteCommand(field.Value, parent);
                break;
            case FieldRole.Parts:
                WriteParts(field.Value, shape.PartOf(field.Name));
                break;
            default:
                WriteValue(field.Value);
                break;
        }
    }

    /// <summary>Split at every semicolon, also into empty names, so that joining gives the text again.</summary>
    private void WriteUsers(JsonElement value)
    {
        if (value.AsExactText() is not { } users)
        {
            WriteMarked(value);
            return;
        }

        _text.StartArray();
        foreach (var user in users.Length > 0 ? users.Split(';') : []) _text.Text(user);
        _text.EndArray();
    }

    private void WriteJson(JsonElement value)
    {
        if (value.AsExactText() is not { } text || !_opened.TryWrite(text, _text)) WriteMarked(value);
    }

    private void WriteCommand(JsonElement value, JsonElement task)
    {
        if (commands?.Take(task, value.AsExactText()) is not { } path)
        {
            WriteMarked(value);
            return;
        }

        _text.StartObject();
        _text.Name(Marks.File);
        _text.Text(path);
        _text.EndObject();
    }

    private void WriteMarked(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            _text.Scalar(value);
            return;
        }

        _text.StartObject();
        _text.Name(Marks.Value);
        WriteValue(value);
        _text.EndObject();
    }

    private void WriteParts(JsonElement value, Shape shape)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            WritePart(value, shape);
            return;
        }

        _text.StartArray();
        foreach (var part in PartOrder.Of(value, shape)) WritePart(part, shape);
        _text.EndArray();
    }

    private void WritePart(JsonElement value, Shape shape)
    {
        if (value.ValueKind == JsonValueKind.Object) WriteObject(value, shape);
        else WriteValue(value);
    }

    private void WriteValue(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, Shape.Unknown);
                break;
            case JsonValueKind.Array:
                _text.StartArray();
                foreach (var item in value.EnumerateArray()) WriteValue(item);
                _text.EndArray();
                break;
            default:
                _text.Scalar(value);
                break;
        }
    }
}
