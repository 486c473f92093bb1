using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Secrets;

/// <summary>
/// Rewrites the texts of a definition in which secrets can be: commands, and what run modes and parameters hold, which
/// is JSON in a text. All else keeps its spelling.
/// </summary>
internal abstract class SecretRewriter
{
    private readonly JsonText _text = new(indented: false);

    /// <summary>The definition with its texts rewritten; what its file says of it is kept.</summary>
    protected FlowDefinition Rewrite(FlowDefinition flow, IReadOnlyList<string> maskedSecrets)
    {
        _text.StartObject();
        foreach (var field in flow.ToElement().EnumerateObject())
        {
            _text.Name(field.Name);
            if (Shape.Flow.Documented(field.Name) == "parameters") WriteJson(field.Value, owner: null);
            else if (Shape.Flow.Documented(field.Name) == "tasks") WriteTasks(field.Value);
            else _text.Value(field.Value);
        }

        _text.EndObject();
        return new FlowDefinition(JsonBody.Parse(_text.ToUtf8()).Root, flow.FlowId, flow.ConnectionName)
        {
            Suppressed = flow.Suppressed,
            MaskedSecrets = maskedSecrets,
        };
    }

    /// <param name="raw">The text as it is spelled: inside JSON, with its escapes.</param>
    /// <param name="text">What it means.</param>
    /// <param name="owner">The task; null in a parameter.</param>
    /// <param name="parameter">Name of the parameter of which it is the value; null for any other text.</param>
    /// <param name="isJson">True inside JSON.</param>
    protected abstract string Rewrite(string raw, string text, string? owner, string? parameter, bool isJson);

    private void WriteTasks(JsonElement tasks)
    {
        if (tasks.ValueKind != JsonValueKind.Array)
        {
            _text.Value(tasks);
            return;
        }

        _text.StartArray();
        foreach (var task in tasks.EnumerateArray())
        {
            if (task.ValueKind == JsonValueKind.Object) WriteTask(task);
            else _text.Value(task);
        }

        _text.EndArray();
    }

    private void WriteTask(JsonElement task)
    {
        var shape = Shape.Flow.PartOf("tasks");
        var name = task.Field("name").AsText() ?? "";
        _text.StartObject();
        foreach (var field in task.EnumerateObject())
        {
            _text.Name(field.Name);
            var role = shape.RoleOf(field.Name);
            if (role == FieldRole.Json) WriteJson(field.Value, name);
            else if (role == FieldRole.Command && field.Value.ValueKind == JsonValueKind.String)
                WriteText(TextOf(field.Value), name);
            else _text.Value(field.Value);
        }

        _text.EndObject();
    }

    private void WriteJson(JsonElement value, string? owner)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = TextOf(value);
            if (RewriteJson(text, owner) is { } rewritten) _text.Text(rewritten);
            else WriteText(text, owner);
        }
        else if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            && RewriteJson(value.GetRawText(), owner) is { } rewritten)
        {
            _text.Value(JsonBody.Parse(Encoding.UTF8.GetBytes(rewritten)).Root);
        }
        else
        {
            _text.Value(value);
        }
    }

    private void WriteText(string text, string? owner) => _text.Text(Rewrite(text, text, owner, null, false));

    /// <summary>JSON with its strings rewritten; null for a text that is something else.</summary>
    private string? RewriteJson(string json, string? owner)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var (form, root) = JsonBody.Parse(utf8);
        if (form != BodyForm.Json || Encoding.UTF8.GetString(utf8) != json) return null; // with half a surrogate pair
        string[] keys = [.. root.AsItems().Select(item => item.Field("key").AsText() ?? "")];
        var result = new StringBuilder();
        var reader = new Utf8JsonReader(utf8);
        var (written, item, name) = (0, -1, "");
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 1) item++;
            if (reader.TokenType == JsonTokenType.PropertyName) name = reader.GetString();
            if (reader.TokenType != JsonTokenType.String) continue;
            var start = (int)reader.TokenStartIndex + 1;
            var raw = Encoding.UTF8.GetString(utf8, start, reader.ValueSpan.Length);
            var text = reader.ValueIsEscaped ? JsonEscapes.Unescape($"\"{raw}\"") : raw;
            var parameter = owner is null && name == "value" && item >= 0 && item < keys.Length ? keys[item] : null;
            result.Append(Encoding.UTF8.GetString(utf8, written, start - written))
                .Append(Rewrite(raw, text, owner, parameter, isJson: true));
            written = start + reader.ValueSpan.Length;
        }

        return result.Append(Encoding.UTF8.GetString(utf8, written, utf8.Length - written)).ToString();
    }

    private static string TextOf(JsonElement text) => JsonEscapes.Unescape(text.GetRawText());
}
