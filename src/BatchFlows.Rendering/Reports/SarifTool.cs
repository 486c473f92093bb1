using System.Collections.Generic;
using System.Text.Json;

namespace BatchFlows.Rendering.Reports;

/// <summary>The tool in a SARIF file: this module and its rules.</summary>
internal static class SarifTool
{
    private const string Help =
        "https://github.com/batchflows/BatchFlows.PowerShell/blob/main/docs/help/about_BatchFlow_Rules.md";

    public static void Write(Utf8JsonWriter json, IReadOnlyList<FlowRule> rules, string version)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "BatchFlows.PowerShell");
        json.WriteString("semanticVersion", version);
        json.WriteString("informationUri", Help);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.RuleId);
            json.WriteText("shortDescription", rule.Title);
            json.WriteText("fullDescription", rule.Explanation);
            json.WriteText("help", rule.Remedy);
            json.WriteString("helpUri", Help);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            json.WriteStringValue(rule.Family);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static string LevelOf(FlowRule rule) => rule.Severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "note",
    };

    /// <summary>A message object.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
