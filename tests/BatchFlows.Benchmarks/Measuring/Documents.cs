using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchFlows.Benchmarks;

/// <summary>Answers of the service, as bytes.</summary>
internal static class Documents
{
    public static byte[] Token
    { get; } =
            """{"status":0,"msg":"SUCCESS","submsg":null,"data":{"accessToken":"0123456789abcdef0123456789abcdef","expire":7200}}"""u8.ToArray();

    /// <summary>The answer of Export Flow for a flow of that many tasks in a row.</summary>
    /// <param name="withUnknown">True to give each task an object that no version of the module knows.</param>
    public static byte[] Export(int tasks, bool withUnknown = false) =>
        JsonSerializer.SerializeToUtf8Bytes<JsonNode>(new JsonObject
        {
            ["code"] = 0,
            ["msg"] = "OK",
            ["data"] = new JsonObject
            {
                ["name"] = "etl_meter_readings",
                ["cycle"] = "D",
                ["cron"] = "0 0 2 * * ? *",
                ["parameters"] = "[]",
                ["alertMode"] = 0,
                ["submitter"] = "data_energy",
                ["owners"] = "anna.keller;ben.ito",
                ["visitors"] = "",
                ["type"] = 1,
                ["syncType"] = 1,
                ["desc"] = "",
                ["startTime"] = "2024-01-01",
                ["tasks"] = new JsonArray([.. Enumerable.Range(1, tasks).Select(number => Task(number, withUnknown))]),
                ["flowLinks"] = new JsonArray(),
                ["taskLinks"] = new JsonArray(),
                ["relations"] = new JsonArray([.. Enumerable.Range(2, tasks - 1).Select(Relation)]),
                ["linkRelations"] = new JsonArray(),
            },
        });

    private static JsonObject Task(int number, bool withUnknown)
    {
        var task = new JsonObject
        {
            ["name"] = $"task_{number}",
            ["resource"] = "default",
            ["type"] = "COMMAND",
            ["syncType"] = 1,
            ["cmd"] = $"echo 'task_{number}'",
            ["submitter"] = "",
            ["filePackage"] = "",
            ["cron"] = "",
            ["priorityLevel"] = 0,
            ["timeout"] = 300,
            ["retryLimit"] = 3,
            ["retryInterval"] = 0,
            ["successCode"] = "0",
            ["asLink"] = false,
            ["runMode"] =
                """{"taskMode":1,"cpu":0.5,"memory":1,"maxParallel":0,"keyType":0,"datasourceId":0,"path":"","content":""}""",
        };
        if (withUnknown)
            task["placement"] = new JsonObject
            {
                ["zone"] = "b",
                ["weights"] = new JsonArray(1, 2, 3),
                ["sticky"] = true,
            };
        return task;
    }

    private static JsonObject Relation(int number) => new()
    {
        ["sourceTaskName"] = $"task_{number - 1}",
        ["targetTaskName"] = $"task_{number}",
        ["rerun"] = true,
    };
}
