using System;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace BatchFlows.Fuzzing;

/// <summary>
/// Makes new inputs of old ones: by bytes, by words, and by values of JSON, also of JSON that stands in a text.
/// </summary>
internal sealed class Mutator(Random random, byte[][] tokens, Func<byte[]> other)
{
    private const int LongestInput = 8 * 1024;
    private const int LargeInput = 256 * 1024;
    private const int DeepestNest = 1000;
    private const int OneIsLarge = 4000;

    public byte[] Mutate(byte[] input)
    {
        if (random.Next(OneIsLarge) == 0) return Inflate(input);
        for (var count = 1 << random.Next(4); count > 0; count--)
            input = random.Next(2) == 0 ? ChangeBytes(input) : ChangeValue(input);
        return input.Length <= LongestInput ? input : input.AsSpan(0, LongestInput).ToArray();
    }

    private byte[] ChangeBytes(byte[] input)
    {
        var at = random.Next(input.Length + 1);
        var length = Math.Min(1 << random.Next(7), input.Length - at);
        switch (random.Next(8))
        {
            case 0 when length > 0:
                return Replace(input, at, 1, [(byte)(input[at] ^ (1 << random.Next(8)))]);
            case 1 when length > 0:
                return Replace(input, at, 1, [(byte)random.Next(256)]);
            case 2 when length > 0:
                return Replace(input, at, 1, [(byte)(input[at] + random.Next(-4, 5))]);
            case 3:
                return Replace(input, at, length, []);
            case 4:
                return Replace(input, at, 0, input.AsSpan(at, length));
            case 5:
                return Replace(input, at, 0, Token());
            case 6:
                return Replace(input, at, length, Token());
            default:
                var from = other();
                return Replace(input, at, input.Length - at, from.AsSpan(random.Next(from.Length + 1)));
        }
    }

    private byte[] ChangeValue(byte[] input)
    {
        var (start, length) = JsonSpan.Next(input, random.Next(input.Length + 1));
        if (length == 0) return ChangeBytes(input);
        var value = input.AsSpan(start, length);
        switch (random.Next(10))
        {
            case 0 or 1:
                return Replace(input, start, length, Token());
            case 2:
                var from = other();
                var (otherStart, otherLength) = JsonSpan.Next(from, random.Next(from.Length + 1));
                return Replace(input, start, length, from.AsSpan(otherStart, otherLength));
            case 3: // once more, as an item or, with its name, as a field
                return Replace(input, start, 0, [.. value, (byte)(JsonSpan.IsName(input, start + length) ? ':' : ',')]);
            case 4:
                var behind = JsonSpan.Next(input, start + length);
                return Replace(input, start + length, 0, [(byte)',', .. input.AsSpan(behind.Start, behind.Length)]);
            case 5:
                return Replace(input, start, length, [.. "["u8, .. value, .. "]"u8]);
            case 6:
                return Replace(input, start, length, [.. "{"u8, .. Token(), .. ":"u8, .. value, .. "}"u8]);
            case 7:
                return Replace(input, start, length, Quote(value));
            default:
                if (Unquote(value) is not { Length: > 0 } text) return Replace(input, start, length, []);
                return Replace(input, start, length, random.Next(4) == 0
                    ? text
                    : Quote(random.Next(3) == 0 ? ChangeBytes(text) : ChangeValue(text)));
        }
    }

    /// <summary>One thing of an input, as often as makes it large.</summary>
    public byte[] Inflate(byte[] input)
    {
        var (start, length) = JsonSpan.Next(input, random.Next(input.Length + 1));
        var value = input.AsSpan(start, Math.Min(length, LongestInput));
        switch (random.Next(5))
        {
            case 0:
                return Nest(input, start, length, asText: random.Next(2) == 0);
            case 4:
                return Replace(input, start, 0, Repeat([.. value, (byte)',']));
            case 1:
                var deep = random.Next(1, LargeInput);
                return Replace(
                    input, start, length,
                    [.. Enumerable.Repeat((byte)'[', deep), .. value,
                        .. Enumerable.Repeat((byte)']', random.Next(2) * deep)]);
            case 2:
                var fields = Enumerable.Range(0, LargeInput / 16).Select(number => $"\"f{number}\":{number},");
                return Replace(input, start + Math.Min(length, 1), 0, Encoding.UTF8.GetBytes(string.Concat(fields)));
            default:
                return Replace(input, start + Math.Min(length, 1), 0, Repeat(random.Next(2) == 0 ? Token() : " "u8));
        }
    }

    /// <summary>
    /// The input in place of one of its values, and the whole in that place again, as JSON or as text that holds it.
    /// </summary>
    private static byte[] Nest(byte[] input, int start, int length, bool asText)
    {
        var nested = input;
        for (var level = 0; nested.Length < LargeInput && level < DeepestNest; level++)
        {
            // No doubled backslashes: these would make each level twice as long as the one in it.
            var text = Encoding.UTF8.GetString(nested).Replace("\\", "\\u005c").Replace("\"", "\\u0022");
            nested = Replace(input, start, length, asText ? Encoding.UTF8.GetBytes($"\"{text}\"") : nested);
        }

        return nested;
    }

    private static byte[] Repeat(ReadOnlySpan<byte> piece)
    {
        var text = new byte[LargeInput / piece.Length * piece.Length];
        for (var at = 0; at < text.Length; at += piece.Length) piece.CopyTo(text.AsSpan(at));
        return text;
    }

    private ReadOnlySpan<byte> Token() => tokens[random.Next(tokens.Length)];

    private static byte[] Replace(byte[] input, int at, int length, ReadOnlySpan<byte> with) =>
        [.. input.AsSpan(0, at), .. with, .. input.AsSpan(at + length)];

    private static byte[] Quote(ReadOnlySpan<byte> value) =>
        JsonSerializer.SerializeToUtf8Bytes(Encoding.UTF8.GetString(value));

    private static byte[]? Unquote(ReadOnlySpan<byte> value)
    {
        if (value[0] != '"') return null;
        try
        {
            return Encoding.UTF8.GetBytes(JsonSerializer.Deserialize<string>(value)!);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
