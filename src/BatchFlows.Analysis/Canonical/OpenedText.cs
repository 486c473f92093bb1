using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>
/// JSON in a text, which a file shows as JSON. It is opened only when closing it gives the same text again: a text with
/// blanks, other escapes or doubled keys stays a text.
/// </summary>
internal static class OpenedText
{
    /// <summary>The object or list in a text; null when it stays a text.</summary>
    public static JsonElement? Open(string text)
    {
        if (text is not (['{', .., '}'] or ['[', .., ']'])) return null;
        var (form, root) = JsonBody.Parse(Encoding.UTF8.GetBytes(text), copies: false, mends: false, maxDepth: 64);
        return form == BodyForm.Json && !Marks.IsMarked(root) && !HasDoubles(root) && IsClosedAs(root, text)
            ? root
            : null;
    }

    public static string Close(JsonElement value)
    {
        var closed = new JsonText(indented: false);
        closed.Value(value);
        return closed.Written.ToString();
    }

    private static bool IsClosedAs(JsonElement root, string text)
    {
        var closed = new JsonText(indented: false);
        closed.Value(root);
        return closed.Written.SequenceEqual(text.AsSpan());
    }

    private static bool HasDoubles(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (HasDoubles(item)) return true;
            }
        }

        if (element.ValueKind != JsonValueKind.Object) return false;
        var names = new HashSet<string>();
        foreach (var field in element.EnumerateObject())
        {
            if (!names.Add(field.Name) || HasDoubles(field.Value)) return true;
        }

        return false;
    }
}
