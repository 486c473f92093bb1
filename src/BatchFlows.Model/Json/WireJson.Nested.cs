using System.Text;
using System.Text.Json;

namespace BatchFlows.Model.Json;

/// <content>JSON in texts.</content>
internal static partial class WireJson
{
    // A JSON string may itself contain JSON, and each level is parsed again: without a limit, a small answer could take
    // unbounded time.
    private const int DeepestText = 3;

    /// <summary>
    /// JSON that is here itself or as text inside a string, even twice; undefined for text that contains neither an
    /// object nor a list.
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
        // The service does not guarantee that the text is valid JSON. It is kept as text.
        return form == BodyForm.Json ? nested : default;
    }

    /// <summary>
    /// True for text that begins and ends like an object, a list or a string: the parser would reject any other text
    /// with an exception, which is slow.
    /// </summary>
    private static bool MayBeNested(string text) =>
        text.Trim().TrimStart('\uFEFF').TrimStart() is ['{', .., '}'] or ['[', .., ']'] or ['"', .., '"'];
}
