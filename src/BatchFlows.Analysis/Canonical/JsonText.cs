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

    private byte[] _text = new byte[512];
    private int _length;
    private int _depth;
    private bool _isNamed;

    /// <summary>In UTF-8.</summary>
    public ReadOnlySpan<byte> Written => _text.AsSpan(0, _length);

    /// <summary>In how many objects and lists the next value is.</summary>
    public int Depth => _depth;

    public byte[] ToUtf8() => Written.ToArray();

    public override string ToString() => Encoding.UTF8.GetString(_text, 0, _length);

    public void StartObject() => Start((byte)'{');

    public void EndObject() => End((byte)'{', (byte)'}');

    public void StartArray() => Start((byte)'[');

    public void EndArray() => End((byte)'[', (byte)']');

    public void EndLine() => Append((byte)'\n');

    public void Name(string name)
    {
        BeginItem();
        AppendQuoted(name);
        EndName();
    }

    /// <param name="quoted">In UTF-8, with quotation marks and escapes.</param>
    public void Name(byte[] quoted)
    {
        BeginItem();
        Append(quoted);
        EndName();
    }

    public void Text(string text)
    {
        BeginItem();
        AppendQuoted(text);
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
        switch (value.ValueKind)
        {
            case JsonValueKind.True:
                Append("true"u8);
                break;
            case JsonValueKind.False:
                Append("false"u8);
                break;
            case JsonValueKind.String or JsonValueKind.Number:
                var raw = value.GetRawText();
                if (raw.IndexOf('\\') < 0) Append(raw, 0, raw.Length);
                else AppendQuoted(JsonEscapes.Unescape(raw));
                break;
            default:
                Append("null"u8);
                break;
        }
    }

    /// <summary>JSON in UTF-8, with its fields and items in their order; the same as its <see cref="Value"/>.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public void Json(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    StartObject();
                    break;
                case JsonTokenType.EndObject:
                    EndObject();
                    break;
                case JsonTokenType.StartArray:
                    StartArray();
                    break;
                case JsonTokenType.EndArray:
                    EndArray();
                    break;
                case JsonTokenType.PropertyName:
                    Token(ref reader);
                    EndName();
                    break;
                default:
                    Token(ref reader);
                    break;
            }
        }
    }

    /// <summary>A value once more, which was written at the same depth.</summary>
    /// <param name="start">Where it begins in <see cref="Written"/>.</param>
    /// <param name="length">Its length.</param>
    public void Again(int start, int length)
    {
        BeginItem();
        Reserve(length);
        _text.AsSpan(start, length).CopyTo(_text.AsSpan(_length));
        _length += length;
    }

    /// <summary>The key or value at which a reader of JSON is.</summary>
    public void Token(ref Utf8JsonReader reader)
    {
        BeginItem();
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            Append(reader.ValueSpan);
        }
        else if (reader.ValueIsEscaped)
        {
            AppendQuoted(JsonEscapes.Unescape($"\"{Encoding.UTF8.GetString(reader.ValueSpan.ToArray())}\""));
        }
        else
        {
            Append((byte)'"');
            Append(reader.ValueSpan);
            Append((byte)'"');
        }
    }

    private static bool NeedsEscape(char character) =>
        character is < ' ' or '"' or '\\' || char.IsSurrogate(character);

    private void Start(byte bracket)
    {
        BeginItem();
        Append(bracket);
        _depth++;
    }

    private void End(byte start, byte end)
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
        if (_text[_length - 1] is not ((byte)'{' or (byte)'[')) Append((byte)',');
        if (indented) AppendNewLine();
    }

    private void EndName()
    {
        Append((byte)':');
        if (indented) Append((byte)' ');
        _isNamed = true;
    }

    private void AppendNewLine()
    {
        Reserve((2 * _depth) + 1);
        _text[_length++] = (byte)'\n';
        _text.AsSpan(_length, 2 * _depth).Fill((byte)' ');
        _length += 2 * _depth;
    }

    private void AppendQuoted(string text)
    {
        Append((byte)'"');
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!NeedsEscape(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }

            Append(text, start, i - start);
            AppendEscape(text[i]);
            start = i + 1;
        }

        Append(text, start, text.Length - start);
        Append((byte)'"');
    }

    private void AppendEscape(char character)
    {
        Append((byte)'\\');
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
        Append((byte)letter);
        if (letter != 'u') return;
        for (var shift = 12; shift >= 0; shift -= 4) Append((byte)HexDigits[(character >> shift) & 15]);
    }

    private void Append(byte character)
    {
        Reserve(1);
        _text[_length++] = character;
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Append(string text, int start, int count)
    {
        Reserve(3 * count);
        _length += Encoding.UTF8.GetBytes(text, start, count, _text, _length);
    }

    private void Reserve(int count)
    {
        if (_length + count > _text.Length) Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + count));
    }
}
