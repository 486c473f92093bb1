using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BatchFlows.Analysis.Rules;

namespace BatchFlows.Rendering.Reports;

/// <summary>Findings in the Static Analysis Results Interchange Format, version 2.1.0.</summary>
internal static class SarifReport
{
    /// <param name="rules">The rules that were checked.</param>
    /// <param name="version">Version of the module.</param>
    /// <param name="folder">The folder from which files get their addresses.</param>
    public static string Of(
        IReadOnlyList<CheckResult> results, IReadOnlyList<FlowRule> rules, string version, string folder)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            SarifTool.Write(json, rules, version);
            WriteInvocation(json, results);
            json.WriteString("columnKind", "utf16CodeUnits");
            WriteResults(json, results, rules, folder);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()).Replace("\r\n", "\n") + "\n";
    }

    /// <summary>The flows that could not be checked: a report without them would look clean.</summary>
    private static void WriteInvocation(Utf8JsonWriter json, IReadOnlyList<CheckResult> results)
    {
        var failures = results.Select(result => result.Failure).OfType<string>().ToArray();
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", failures.Length == 0);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var failure in failures)
        {
            json.WriteStartObject();
            json.WriteString("level", "error");
            json.WriteText("message", failure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResults(
        Utf8JsonWriter json, IReadOnlyList<CheckResult> results, IReadOnlyList<FlowRule> rules, string folder)
    {
        var indexes = rules.Select((rule, i) => (rule, i)).ToDictionary(pair => pair.rule, pair => pair.i);
        json.WriteStartArray("results");
        foreach (var result in results)
        {
            foreach (var finding in result.Findings)
            {
                json.WriteStartObject();
                json.WriteString("ruleId", finding.RuleId);
                json.WriteNumber("ruleIndex", indexes[finding.Rule]);
                json.WriteString("level", SarifTool.LevelOf(finding.Rule));
                json.WriteText("message", finding.Message);
                WriteLocation(json, result, finding, folder);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, CheckResult result, FlowFinding finding, string folder)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (result.Path is { } path)
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", FileAddress.Of(path, folder));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", finding.TaskName ?? result.FlowName);
        json.WriteString("fullyQualifiedName", $"{result.FlowName}/{finding.Location}".TrimEnd('/'));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
