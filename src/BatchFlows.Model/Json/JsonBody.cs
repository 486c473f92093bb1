using System;
using System.Text.Json;

namespace BatchFlows.Model.Json;

/// <summary>Reads bytes as JSON that can be kept and written again, or reports why that is impossible.</summary>
internal static class JsonBody
{
    private const int MaxDepth = 256;

    /// <param name="copies">
    /// True for a root that does not need the body any more; for a small body it also takes less memory.
    /// </param>
    /// <param name="mends">
    /// True to read half a surrogate pair in a name as U+FFFD; false to refuse it.
    /// </param>
    public static (BodyForm Form, JsonElement Root) Parse(
        ReadOnlyMemory<byte> body, bool copies = false, bool mends = false, int maxDepth = MaxDepth)
    {
        if (body.Span.StartsWith("\uFEFF"u8)) body = body.Slice(3);
        if (IsBlank(body.Span)) return (BodyForm.Empty, default);
        try
        {
            var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = maxDepth });
            var root = document.RootElement;
            if (!IsUnicode(body, root)) return mends && IsUtf8(body) ? Parse(Mend(body)) : (BodyForm.NotJson, default);
            if (!copies) return (BodyForm.Json, root);
            using (document) return (BodyForm.Json, root.Clone());
        }
        catch (JsonException)
        {
            return (EndsEarly(body.Span) ? BodyForm.CutJson : BodyForm.NotJson, default);
        }
    }

    /// <summary>Where text stops being JSON, in words; empty when it is JSON.</summary>
    public static string WhereBroken(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return "";
        }
        catch (JsonException e)
        {
            return (reader.CurrentDepth >= MaxDepth - 1 ? $" of at most {MaxDepth} levels" : "")
                + $" from line {e.LineNumber + 1}, position {e.BytePositionInLine + 1} on";
        }
    }

    private static byte[] Mend(ReadOnlyMemory<byte> body)
    {
        var mended = body.ToArray();
        LoneSurrogates.Replace(mended);
        return mended;
    }

    private static bool IsBlank(ReadOnlySpan<byte> body)
    {
        foreach (var value in body)
        {
            if (value > ' ') return false;
        }

        return true;
    }

    private static bool EndsEarly(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(
            body, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>
    /// The parser accepts broken UTF-8 and names with half a surrogate pair, and neither could be written again.
    /// </summary>
    private static bool IsUnicode(ReadOnlyMemory<byte> body, JsonElement root)
    {
        if (!IsUtf8(body)) return false;
        try
        {
            if (body.Span.IndexOf("\\ud"u8) >= 0 || body.Span.IndexOf("\\uD"u8) >= 0) ReadNames(root);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

#if NET
    private static bool IsUtf8(ReadOnlyMemory<byte> body) => System.Text.Unicode.Utf8.IsValid(body.Span);
#else
    private static bool IsUtf8(ReadOnlyMemory<byte> body)
    {
        try
        {
            new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
                .GetCharCount(body.ToArray());
            return true;
        }
        catch (System.Text.DecoderFallbackException)
        {
            return false;
        }
    }
#endif

    private static void ReadNames(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) ReadNames(item);
        }

        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var property in element.EnumerateObject())
        {
            _ = property.Name;
            ReadNames(property.Value);
        }
    }
}
