using System;
using System.Globalization;
using System.Text.Json;

namespace BatchFlows.Fuzzing;

/// <summary>
/// Compares JSON token by token: the order of fields counts, and fields of the same name do. Unlike the comparison of
/// the platform it takes all JSON, with halves of characters and with numbers of any size.
/// </summary>
internal static class JsonSame
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 1000 };

    public static bool IsSame(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var one = new Utf8JsonReader(left, Deep);
        var other = new Utf8JsonReader(right, Deep);
        while (one.Read())
        {
            if (!other.Read() || one.TokenType != other.TokenType || !IsSame(ref one, ref other)) return false;
        }

        return !other.Read();
    }

    private static bool IsSame(ref Utf8JsonReader one, ref Utf8JsonReader other) =>
        one.ValueSpan.SequenceEqual(other.ValueSpan) || one.TokenType switch
        {
            JsonTokenType.String or JsonTokenType.PropertyName =>
                TextOf(ref one) is { } text && text == TextOf(ref other),
            JsonTokenType.Number =>
                double.Parse(one.ValueSpan, CultureInfo.InvariantCulture) == double.Parse(
                    other.ValueSpan, CultureInfo.InvariantCulture),
            _ => false,
        };

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a character
        }
    }
}
