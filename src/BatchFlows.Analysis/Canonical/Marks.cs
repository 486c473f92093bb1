using System.Linq;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>Names that begin with a dollar sign belong to the file, and not to the definition in it.</summary>
internal static class Marks
{
    /// <summary>The address of the schema; it tells the canonical form from all others.</summary>
    public const string Schema = "$schema";

    /// <summary>Findings of rules that do not count in this flow, each with a reason.</summary>
    public const string Suppress = "$suppress";

    /// <summary>Names of the secrets that placeholders stand for, in the form of <c>{{masked:name}}</c>.</summary>
    public const string Secrets = "$secrets";

    /// <summary>
    /// <c>{ "$value": ... }</c> is an object or list of the wire, where a file has its own meaning for one.
    /// </summary>
    public const string Value = "$value";

    /// <summary><c>{ "$file": "flow/task.sh" }</c> is the text of that file, beside the definition's.</summary>
    public const string File = "$file";

    /// <summary>Writes what the file says of the definition.</summary>
    public static void Write(FlowDefinition flow, JsonText text)
    {
        text.Name(Schema);
        text.Text(CanonicalFlow.SchemaAddress);
        if (flow.Suppressed.ValueKind != JsonValueKind.Undefined) text.Field(Suppress, flow.Suppressed);
        if (flow.MaskedSecrets.Count == 0) return;
        text.Name(Secrets);
        text.StartArray();
        foreach (var name in flow.MaskedSecrets) text.Text(name);
        text.EndArray();
    }

    /// <summary>Reads what a file says of its definition.</summary>
    public static void Read(FlowDefinition flow, JsonElement file)
    {
        flow.Suppressed = Find(file, Suppress) ?? default;
        flow.MaskedSecrets = Find(file, Secrets) is { ValueKind: JsonValueKind.Array } names
            ? [.. names.EnumerateArray().Select(name => name.AsText() ?? "")]
            : [];
    }

    /// <summary>A service's own field whose name begins so gets one dollar sign more.</summary>
    public static string InFile(string field) => IsOfFile(field) ? "$" + field : field;

    public static string OnWire(string field) => IsOfFile(field) ? field.Substring(1) : field;

    public static bool IsOfFile(string field) => field is ['$', ..];

    public static JsonElement? Find(JsonElement element, string mark) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(mark, out var value) ? value : null;
}
