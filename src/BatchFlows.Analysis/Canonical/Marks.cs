using System.Text.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>Names that begin with a dollar sign belong to the file, and not to the definition in it.</summary>
internal static class Marks
{
    /// <summary>The address of the schema; it tells the canonical form from all others.</summary>
    public const string Schema = "$schema";

    /// <summary>Findings of rules that do not count in this flow, each with a reason.</summary>
    public const string Suppress = "$suppress";

    /// <summary>
    /// <c>{ "$value": ... }</c> is an object or list of the wire, where a file has its own meaning for one.
    /// </summary>
    public const string Value = "$value";

    /// <summary><c>{ "$file": "flow/task.sh" }</c> is the text of that file, beside the definition's.</summary>
    public const string File = "$file";

    /// <summary>A service's own field whose name begins so gets one dollar sign more.</summary>
    public static string InFile(string field) => IsOfFile(field) ? "$" + field : field;

    public static string OnWire(string field) => IsOfFile(field) ? field.Substring(1) : field;

    public static bool IsOfFile(string field) => field is ['$', ..];

    public static bool IsMarked(JsonElement element) =>
        Find(element, Value) is not null || Find(element, File) is not null;

    public static JsonElement? Find(JsonElement element, string mark) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(mark, out var value) ? value : null;
}
