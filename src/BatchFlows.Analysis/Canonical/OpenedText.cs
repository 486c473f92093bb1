using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>
/// JSON in a text, which a file shows as JSON. It is opened only when closing it gives the same text again: a text with
/// blanks, other escapes or doubled keys stays a text, and so does one whose keys have escapes.
/// </summary>
internal sealed class OpenedText
{
    private readonly List<HashSet<string>> _keys = []; // of the objects that are open

    // The last one, and where it was written: most tasks of a flow have the same run mode.
    private (string Text, int Depth, int Start, int Length)? _last;

    /// <summary>Writes the object or list in a text, after its key; false when it stays a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The same for all texts.</param>
    public bool TryWrite(string text, JsonText file)
    {
        if (text is not (['{', .., '}'] or ['[', .., ']'])) return false;
        if (_last is { } last && last.Text == text && last.Depth == file.Depth)
        {
            file.Again(last.Start, last.Length);
            return true;
        }

        var json = Encoding.UTF8.GetBytes(text);
        if (!CanBeOpened(json)) return false;
        var start = file.Written.Length;
        file.Json(json);
        _last = (text, file.Depth, start, file.Written.Length - start);
        return true;
    }

    public static string Close(JsonElement value)
    {
        var closed = new JsonText(indented: false);
        closed.Value(value);
        return closed.ToString();
    }

    private bool CanBeOpened(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        var end = 0L;
        try
        {
            while (reader.Read())
            {
                var hasComma = reader.TokenStartIndex == end + 1 && json[end] == ',';
                if ((reader.TokenStartIndex != end && !hasComma) || !IsUsual(ref reader, json)) return false;
                end = reader.BytesConsumed;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return end == json.Length;
    }

    private bool IsUsual(ref Utf8JsonReader reader, byte[] json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (_keys.Count <= reader.CurrentDepth) _keys.Add([]);
                _keys[reader.CurrentDepth].Clear();
                return true;
            case JsonTokenType.PropertyName:
                var hasBlank = json[reader.TokenStartIndex + reader.ValueSpan.Length + 2] != ':';
                return !hasBlank && !reader.ValueIsEscaped && IsUsualKey(reader.GetString()!, reader.CurrentDepth - 1);
            case JsonTokenType.String when reader.ValueIsEscaped:
                var again = new JsonText(indented: false);
                again.Token(ref reader);
                return again.Written.Slice(1, again.Written.Length - 2).SequenceEqual(reader.ValueSpan);
            default:
                return true;
        }
    }

    /// <summary>False for a key that its object has already, and for one that would be a mark of the file.</summary>
    private bool IsUsualKey(string key, int depth) =>
        _keys[depth].Add(key) && !(depth == 0 && key is Marks.Value or Marks.File);
}
