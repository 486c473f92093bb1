// Longer than 150 lines: one state machine, whose layout and escapes decide every byte of a canonical file.
using System;
using System.Text;
using System.Text.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>
/// JSON text with only those escapes that JSON demands, and with line feeds on every system, so that a reviewer reads
/// commands in any script. <see cref="Utf8JsonWriter"/> escapes emoji under every encoder.
/// </summary>
internal sealed class JsonText(bool indented)
{
    private const string HexDigits = "0123456789abcdef";

    private char[] _text = new char[512];
    private int _length;
    private int _depth;
    private bool _isNamed;

    public ReadOnlySpan<char> Written => _text.AsSpan(0, _length);

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text, 0, _length);

    public void StartObject() => Start('{');

    public void EndObject() => End('{', '}');

    public void StartArray() => Start('[');

    public void EndArray() => End('[', ']');

    public void EndLine() => Append('\n');

    public void Name(string name)
    {
        BeginItem();
        AppendQuoted(name);
        Append(':');
        if (indented) Append(' ');
        _isNamed = true;
    }

    public void Text(ReadOnlySpan<char> text)
    {
        BeginItem();
        Append('"');
        AppendEscaped(text);
        Append('"');
    }

    public void Field(string name, JsonElement value)
    {
        Name(name);
        Value(value);
    }

    /// <summary>A value with its fields and items in their order.</summary>
    public void Value(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                StartObject();
                foreach (var field in value.EnumerateObject()) Field(field.Name, field.Value);
                EndObject();
                break;
            case JsonValueKind.Array:
                StartArray();
                foreach (var item in value.EnumerateArray()) Value(item);
                EndArray();
                break;
            default:
                Scalar(value);
                break;
        }
    }

    /// <summary>A text, number, flag or null; numbers keep their spelling.</summary>
    public void Scalar(JsonElement value)
    {
        BeginItem();
        var raw = value.ValueKind == JsonValueKind.Undefined ? "null" : value.GetRawText();
        if (value.ValueKind != JsonValueKind.String || raw.IndexOf('\\') < 0) Append(raw.AsSpan());
        else AppendQuoted(Unescape(raw));
    }

    /// <summary>
    /// The text of a JSON string. <see cref="JsonElement.GetString"/> refuses half a surrogate pair, which must
    /// survive.
    /// </summary>
    public static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            var end = raw.IndexOf('\\', i);
            if (end < 0) end = raw.Length - 1;
            text.Append(raw, i, end - i);
            if ((i = end) == raw.Length - 1) break;
            i++;
            if (raw[i] == 'u')
            {
                text.Append((char)Convert.ToUInt16(raw.Substring(i + 1, 4), fromBase: 16));
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'b' => '\b',
                    'f' => '\f',
                    var other => other,
                });
            }
        }

        return text.ToString();
    }

    private static bool NeedsEscape(char character) =>
        character is < ' ' or '"' or '\\' || char.IsSurrogate(character);

    private void Start(char bracket)
    {
        BeginItem();
        Append(bracket);
        _depth++;
    }

    private void End(char start, char end)
    {
        _depth--;
        if (indented && _text[_length - 1] != start) AppendNewLine();
        Append(end);
    }

    private void BeginItem()
    {
        if (_isNamed)
        {
            _isNamed = false;
            return;
        }

        if (_length == 0) return;
        if (_text[_length - 1] is not ('{' or '[')) Append(',');
        if (indented) AppendNewLine();
    }

    private void AppendNewLine()
    {
        Reserve((2 * _depth) + 1);
        _text[_length++] = '\n';
        _text.AsSpan(_length, 2 * _depth).Fill(' ');
        _length += 2 * _depth;
    }

    private void AppendQuoted(string text)
    {
        Append('"');
        AppendEscaped(text.AsSpan());
        Append('"');
    }

    private void AppendEscaped(ReadOnlySpan<char> text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!NeedsEscape(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            Append(text.Slice(start, i - start));
            AppendEscape(text[i]);
            start = i + 1;
        }

        Append(text.Slice(start));
    }

    private void AppendEscape(char character)
    {
        Append('\\');
        var letter = character switch
        {
            '"' or '\\' => character,
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\b' => 'b',
            '\f' => 'f',
            _ => 'u',
        };
        Append(letter);
        if (letter != 'u') return;
        for (var shift = 12; shift >= 0; shift -= 4) Append(HexDigits[(character >> shift) & 15]);
    }

    private void Append(char character)
    {
        Reserve(1);
        _text[_length++] = character;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Reserve(int count)
    {
        if (_length + count > _text.Length) Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + count));
    }
}
