using System.Text;
using System.Text.Json;

namespace BatchFlows.Model.Json;

/// <content>JSON in texts.</content>
internal static partial class WireJson
{
    // Each text in a text is read anew: without an end, a small answer could cost any time.
    private const int DeepestText = 3;

    /// <summary>
    /// JSON that may stand here itself or as text inside a string, also twice; undefined for a text in which no object
    /// and no list can be read.
    /// </summary>
    public static JsonElement AsNested(this JsonElement element)
    {
        for (var level = 0; level < DeepestText && element.ValueKind == JsonValueKind.String; level++)
            element = ReadText(element);
        return element.ValueKind == JsonValueKind.String ? default : element;
    }

    private static JsonElement ReadText(JsonElement element)
    {
        if (AsString(element) is not { } text || !MayBeNested(text)) return default;
        var (form, nested) = JsonBody.Parse(Encoding.UTF8.GetBytes(text));
        // The service does not promise that it can be read; the text itself is kept.
        return form == BodyForm.Json ? nested : default;
    }

    /// <summary>
    /// True when a text begins and ends like an object, a list or a text: to find out that another is none of these
    /// takes exceptions.
    /// </summary>
    private static bool MayBeNested(string text) =>
        text.Trim().TrimStart('\uFEFF').TrimStart() is ['{', .., '}'] or ['[', .., ']'] or ['"', .., '"'];
}
