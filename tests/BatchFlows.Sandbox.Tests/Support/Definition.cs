using System.Linq;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox.Tests;

/// <summary>Short definitions of flows.</summary>
internal static class Definition
{
    /// <param name="name">The flow's name.</param>
    /// <param name="tasks">Names and commands, such as <c>a: sleep 5</c>.</param>
    /// <param name="relations">Edges, such as <c>a&gt;b</c> with rerun and <c>a-b</c> without.</param>
    public static JsonObject Of(string name, string[] tasks, params string[] relations) => new()
    {
        ["name"] = name,
        ["cycle"] = "D",
        ["cron"] = "0 0 0 * * ? *",
        ["parameters"] = "[]",
        ["alertMode"] = 0,
        ["submitter"] = "data_energy",
        ["owners"] = "anna.keller",
        ["visitors"] = "jonas.lindt",
        ["type"] = 1,
        ["syncType"] = 1,
        ["desc"] = "",
        ["startTime"] = "2024-01-01",
        ["tasks"] = new JsonArray([.. tasks.Select(Task)]),
        ["flowLinks"] = new JsonArray(),
        ["taskLinks"] = new JsonArray(),
        ["relations"] = new JsonArray([.. relations.Select(Relation)]),
        ["linkRelations"] = new JsonArray(),
    };

    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        json[name] = value;
        return json;
    }

    /// <summary>Changes a field of every task.</summary>
    public static JsonObject WithTasks(this JsonObject json, string name, int value)
    {
        foreach (var task in json["tasks"]!.AsArray()) task![name] = value;
        return json;
    }

    private static JsonNode Task(string text)
    {
        var parts = text.Split(": ", 2);
        return new JsonObject
        {
            ["name"] = parts[0],
            ["type"] = "COMMAND",
            ["syncType"] = 1,
            ["cmd"] = parts.Length > 1 ? parts[1] : "",
            ["submitter"] = "",
            ["timeout"] = 0,
            ["retryLimit"] = 0,
            ["retryInterval"] = 0,
            ["successCode"] = "0",
            ["runMode"] = "{}",
        };
    }

    private static JsonNode Relation(string text)
    {
        var ends = text.Split('>', '-');
        return new JsonObject
        {
            ["sourceTaskName"] = ends[0],
            ["targetTaskName"] = ends[1],
            ["rerun"] = text.Contains('>'),
        };
    }
}
