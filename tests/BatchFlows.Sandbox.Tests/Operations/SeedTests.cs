using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

/// <summary>The seeded organisation shows every struct and form that a client has to cope with.</summary>
public class SeedTests
{
    private static readonly string[] Ids = ["2924", "3001", "3002", "3003", "3004", "3005", "3006"];

    private static async Task<List<JsonNode>> FlowsAsync()
    {
        var (_, _, caller) = Caller.Fresh();
        var flows = new List<JsonNode>();
        foreach (var id in Ids) flows.Add(Caller.Json(await caller.ExportAsync(id))!["data"]!);
        return flows;
    }

    private static IEnumerable<JsonNode> All(IEnumerable<JsonNode> flows, string list) =>
        flows.SelectMany(flow => flow[list]!.AsArray())!;

    private static string[] Values(IEnumerable<JsonNode> nodes, string field) =>
        [.. nodes.Select(node => node[field]!.ToJsonString()).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Every_value_of_the_short_enums_occurs()
    {
        var flows = await FlowsAsync();
        Assert.Equal(["0", "1", "2", "3"], Values(flows, "alertMode"));
        Assert.Equal(["0", "1", "2"], Values(flows, "type"));
        Assert.Equal(["0", "1"], Values(flows, "syncType"));
        Assert.Equal(["\"D\"", "\"H\"", "\"M\"", "\"W\"", "\"mi\""], Values(flows, "cycle"));
    }

    [Fact]
    public async Task Task_types_are_numbers_and_texts()
    {
        var tasks = All(await FlowsAsync(), "tasks");
        Assert.Equal(
            ["\"COMMAND\"", "\"DATA_INTEGRATION\"", "\"PYTHON\"", "\"Shell\"", "3", "8"], Values(tasks, "type"));
    }

    [Fact]
    public async Task Owners_come_in_all_their_forms()
    {
        var owners = Values(await FlowsAsync(), "owners");
        foreach (
            var form in new[] { "anna.keller;jonas.lindt", ";jonas.lindt;", "anna.keller;", " anna.keller;maria.rossi",
                "" })
            Assert.Contains($"\"{form}\"", owners);
    }

    [Fact]
    public async Task Run_modes_and_parameters_hold_JSON_and_run_modes_show_every_key_type()
    {
        var flows = await FlowsAsync();
        var runModes = All(flows, "tasks").Select(task => JsonNode.Parse((string)task["runMode"]!)!).ToList();
        Assert.Equal(["0", "1", "2"], Values(runModes, "keyType"));
        Assert.All(runModes.Where(mode => (int)mode["keyType"]! == 1), mode => Assert.NotEmpty((string)mode["path"]!));
        Assert.All(
            runModes.Where(mode => (int)mode["keyType"]! == 2), mode => Assert.NotEmpty((string)mode["content"]!));
        var parameters = flows.SelectMany(flow => JsonNode.Parse((string)flow["parameters"]!)!.AsArray()).ToList();
        Assert.Contains(parameters, parameter => (string)parameter!["value"]! == "${cal_dt}");
    }

    [Fact]
    public async Task Exactly_one_number_is_written_as_text()
    {
        string[] numbers = ["alertMode", "syncType", "priorityLevel", "timeout", "retryLimit", "retryInterval"];
        var flows = await FlowsAsync();
        var texts = flows.Concat(All(flows, "tasks")).SelectMany(node => node.AsObject())
            .Where(field => numbers.Contains(field.Key) && field.Value!.GetValueKind() == JsonValueKind.String);
        Assert.Equal("timeout", Assert.Single(texts).Key);
    }

    [Fact]
    public async Task Every_name_and_link_leads_somewhere()
    {
        var flows = await FlowsAsync();
        static IEnumerable<string> Names(JsonNode flow) =>
            flow["tasks"]!.AsArray().Select(task => (string)task!["name"]!);
        JsonNode? Named(JsonNode link) =>
            flows.SingleOrDefault(flow => JsonNode.DeepEquals(flow["name"], link["sourceFlowName"]));

        foreach (var flow in flows)
        {
            var links = flow["flowLinks"]!.AsArray().Concat(flow["taskLinks"]!.AsArray()).ToList();
            Assert.All(links, link => Assert.NotNull(Named(link!)));
            Assert.All(flow["taskLinks"]!.AsArray(),
                link => Assert.Contains((string)link!["sourceTaskName"]!, Names(Named(link!)!)));
            Assert.Equal(Values(links!, "linkId"), Values(All([flow], "linkRelations"), "linkId"));
            var relations = flow["relations"]!.AsArray();
            var ends = relations.Select(r => r!["sourceTaskName"])
                .Concat(relations.Concat(flow["linkRelations"]!.AsArray())
                .Select(r => r!["targetTaskName"]));
            Assert.All(ends, end => Assert.Contains((string)end!, Names(flow)));
        }
        Assert.Equal(["false", "true"], Values(All(flows, "relations"), "rerun"));
        Assert.Equal(["false", "true"], Values(All(flows, "linkRelations"), "rerun"));
        Assert.NotEmpty(All(flows, "flowLinks"));
        Assert.NotEmpty(All(flows, "taskLinks"));
    }

    [Fact]
    public async Task Newer_older_and_awkward_things_occur()
    {
        var flows = await FlowsAsync();
        var tasks = All(flows, "tasks").ToList();
        Assert.Contains(flows, flow => flow["slaMinutes"] is not null);
        Assert.Contains(flows, flow => flow["alertTo"] is not null);
        Assert.Contains(tasks, task => task["container"] is JsonObject);
        Assert.Contains(tasks, task => task["waitCode"] is not null);
        Assert.Contains(tasks, task => ((string)task["cmd"]!).Contains('\n', StringComparison.Ordinal));
        Assert.Contains(flows, flow => (string)flow["name"]! == "../reports/CON:weekly");
        Assert.Contains(flows, flow => ((string)flow["desc"]!).Any(character => character > 0x7f));
    }
}
