using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

/// <summary>Input that is valid and still meant to hurt: nothing throws, and work grows with what was sent.</summary>
public class HostileInputTests
{
    private readonly Desk _desk = Desk.Fresh();

    [Fact]
    public async Task Of_a_field_that_a_task_has_twice_the_last_value_is_kept()
    {
        _desk.Service.PutFlow(5000, """{"name":"n","cycle":"D","tasks":[{"name":"a","cmd":"1","cmd":"2"}]}""");
        var loaded = await _desk.DataAsync("Load Flow For Edit", new() { ["flowId"] = 5000 });

        await _desk.DataAsync("Save Flow", Body(loaded, new JsonArray()));

        Assert.Equal("2", (string)(await _desk.ExportAsync(5000))["tasks"]![0]!["cmd"]!);
    }

    [Theory]
    [InlineData("""{"name":[""],"cmd":"1"}""", "1")]
    [InlineData("""{"name":{ "a" : [ 1.0 ] },"cmd":"1"}""", "1")]
    [InlineData("""{"name":1.0,"cmd":"1"}""", "1")]
    [InlineData("1", null)]
    public async Task A_task_without_a_name_that_is_a_text_can_be_given_one(string task, string? command)
    {
        _desk.Service.PutFlow(5000, $$"""{"name":"n","cycle":"D","tasks":[{{task}}]}""");
        var body = Body(await _desk.DataAsync("Load Flow For Edit", new() { ["flowId"] = 5000 }), new JsonArray());
        body["tasks"]![0]!["taskName"] = "new";

        await _desk.DataAsync("Save Flow", body);

        var saved = (await _desk.ExportAsync(5000))["tasks"]![0]!;
        Assert.Equal(("new", command), ((string?)saved["name"], (string?)saved["cmd"]));
    }

    [Fact(Timeout = 10_000)]
    public async Task Thousands_of_links_are_saved_at_once()
    {
        _desk.Service.PutFlow(5000, """{"name":"n","cycle":"D","tasks":[{"name":"a"}]}""");
        var loaded = await _desk.DataAsync("Load Flow For Edit", new() { ["flowId"] = 5000 });
        var links = Enumerable.Range(0, 5000)
            .Select(number => new JsonObject { ["flowId"] = 2924, ["nodeId"] = $"f{number}" });

        await Task.Run(
            () => _desk.DataAsync("Save Flow", Body(loaded, [.. links])), TestContext.Current.CancellationToken);

        var ids = (await _desk.ExportAsync(5000))["flowLinks"]!.AsArray().Select(link => (string)link!["linkId"]!);
        Assert.Equal(5000, ids.Distinct().Count());
    }

    [Fact]
    public async Task Links_and_tasks_of_one_name_are_not_joined_each_with_each()
    {
        var definition = new JsonObject
        {
            ["name"] = "n",
            ["tasks"] = Many(() => new() { ["name"] = "a" }),
            ["relations"] = Many(() => new() { ["sourceTaskName"] = "a", ["targetTaskName"] = "a" }),
            ["flowLinks"] = Many(() => new() { ["linkId"] = "1", ["sourceFlowName"] = "nFlow" }),
            ["linkRelations"] = Many(() => new() { ["linkId"] = "1", ["targetTaskName"] = "a" }),
        };
        _desk.Service.PutFlow(5000, definition.ToJsonString());

        Assert.Equal(400, (await _desk.GraphAsync(5000))["relations"]!.AsArray().Count);
        Assert.NotEmpty(await _desk.TriggerAsync(5000));

        static JsonArray Many(System.Func<JsonObject> make) => [.. Enumerable.Range(0, 200).Select(_ => make())];
    }

    [Fact]
    public async Task A_node_beyond_all_numbers_stands_at_zero()
    {
        _desk.Service.PutFlow(5000, """{"name":"n","cycle":"D","tasks":[{"name":"a"}]}""");
        var body = Body(await _desk.DataAsync("Load Flow For Edit", new() { ["flowId"] = 5000 }), new JsonArray());
        body["tasks"]![0]!["x"] = JsonNode.Parse("1e400");

        await _desk.DataAsync("Save Flow", body);

        Assert.Equal(0, (double)(await _desk.GraphAsync(5000))["tasks"]![0]!["x"]!);
    }

    private static JsonObject Body(JsonNode loaded, JsonArray flows) => new()
    {
        ["id"] = (long)loaded["flowId"]!,
        ["type"] = 0,
        ["name"] = "n",
        ["freq"] = "c",
        ["cycle"] = "D",
        ["alertMode"] = 0,
        ["doAs"] = "",
        ["owners"] = "",
        ["visitors"] = "",
        ["active"] = 1,
        ["tasks"] = JsonNode.Parse((string)loaded["graph"]!)!["tasks"]!.DeepClone(),
        ["flows"] = flows,
    };
}
