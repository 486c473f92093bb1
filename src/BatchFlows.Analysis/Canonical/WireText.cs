using System;
using System.Linq;
using System.Text.Json;
using BatchFlows.Analysis.Names;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>Writes a definition of the canonical form in the service's form.</summary>
internal sealed class WireText(Func<string, string> readCommand)
{
    private readonly JsonText _text = new(indented: false);

    public byte[] OfFlow(JsonElement flow)
    {
        _text.StartObject();
        foreach (var field in flow.EnumerateObject())
        {
            var name = Marks.OnWire(field.Name);
            if (name == field.Name || Marks.IsOfFile(name)) WriteField(name, field.Value, Shape.Flow);
        }

        _text.EndObject();
        return _text.ToUtf8();
    }

    private void WriteField(string name, JsonElement value, Shape shape)
    {
        _text.Name(name);
        var role = shape.RoleOf(name);
        if (role == FieldRole.Parts) WriteParts(value, shape.PartOf(name));
        else if (role == FieldRole.Plain || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            _text.Value(value);
        else if (Marks.Find(value, Marks.Value) is { } marked) _text.Value(marked);
        else if (role == FieldRole.Json) _text.Text(OpenedText.Close(value));
        else if (role == FieldRole.Users && value.ValueKind == JsonValueKind.Array)
            _text.Text(string.Join(";", value.EnumerateArray().Select(user => user.AsText())));
        else if (role == FieldRole.Command && Marks.Find(value, Marks.File) is { } file)
            _text.Text(readCommand(PathOf(file)));
        else _text.Value(value);
    }

    private void WriteParts(JsonElement value, Shape shape)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            _text.StartObject();
            foreach (var field in value.EnumerateObject()) WriteField(field.Name, field.Value, shape);
            _text.EndObject();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            _text.StartArray();
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Object) WriteParts(item, shape);
                else _text.Value(item);
            }

            _text.EndArray();
        }
        else
        {
            _text.Value(value);
        }
    }

    private static string PathOf(JsonElement file)
    {
        var path = file.AsExactText();
        return RelativePath.ProblemOf(path) is { } problem
            ? throw new FormatException($"its command file '{path}' {problem}")
            : path!;
    }
}
