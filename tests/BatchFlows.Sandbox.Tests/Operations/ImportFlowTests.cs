using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class ImportFlowTests
{
    private const string Root = "249a33bd419a4710b1567f5088f8955b";

    private readonly Desk _desk = Desk.Fresh();

    private static JsonObject Import(JsonNode? flow, string? name = "copy", string? directory = Root) =>
        new() { ["flowName"] = name, ["dirId"] = directory, ["flowJson"] = flow };

    [Fact]
    [Covers("Import Flow")]
    public async Task What_was_exported_comes_back_under_its_new_name()
    {
        var original = await _desk.ExportAsync(3005);
        var id = (long)(await _desk.As(Desk.Anna).DataAsync("Import Flow", Import(original.DeepClone())))["flowId"]!;
        var copy = await _desk.ExportAsync(id);
        original["name"] = "copy";
        Assert.True(JsonNode.DeepEquals(original, copy), copy.ToJsonString());
        var flow = await _desk.FlowAsync(id);
        Assert.Equal(
            (0, 1, "anna.keller", "anna.keller"),
            ((int)flow["active"]!, (int)flow["entry"]!, (string)flow["creator"]!, (string)flow["updateUser"]!));
    }

    [Fact]
    public async Task A_description_in_the_body_wins()
    {
        var body = Import((await _desk.ExportAsync(2924)).DeepClone()).With("desc", "mine");
        var id = (long)(await _desk.DataAsync("Import Flow", body))["flowId"]!;
        Assert.Equal("mine", (string)(await _desk.ExportAsync(id))["desc"]!);
    }

    [Fact]
    public async Task A_wished_id_is_given_when_it_is_free()
    {
        async Task<long> ImportAsync(string name, JsonNode wished) =>
            (long)(await _desk.DataAsync(
                "Import Flow", Import(new JsonObject(), name).With("flowId", wished)))["flowId"]!;

        Assert.Equal(5000, await ImportAsync("a", 5000));
        Assert.Equal(5001, await ImportAsync("b", "5001"));
        Assert.Equal(3101, await ImportAsync("c", 5000));
        Assert.Equal(3102, await ImportAsync("d", 2924));
        var draft = (long)(await _desk.DataAsync("Load Flow For Edit", new() { ["flowId"] = 2924 }))["flowId"]!;
        Assert.Equal(draft + 1, await ImportAsync("e", draft));
        await _desk.DataAsync("Delete Flow", new() { ["flowId"] = 3005 });
        Assert.Equal(draft + 2, await ImportAsync("f", 3005)); // its runs are still there
    }

    [Fact]
    [Covers("Import Flow", 62102)]
    public async Task A_body_that_is_wrong_is_refused()
    {
        JsonObject Sound() => Definition.Of("x", ["a", "b"], "a>b");
        (JsonObject Body, string Message)[] cases =
        [
            (Import(Sound(), name: null), "Invalid parameter: flowName"),
            (Import(Sound(), name: " "), "Invalid parameter: flowName"),
            (Import(Sound(), directory: null), "Incorrect parameter"),
            (Import(null), "Incorrect parameter"),
            (Import("{}"), "Incorrect parameter"),
            (Import(Sound()).With("flowId", "x"), "Incorrect parameter"),
            (Import(Sound(), directory: "0"), "Directory does not exist"),
            (Import(Sound(), name: "nFlow"), "Workflow validation failed: Flow name must be unique"),
            (Import(Definition.Of("x", ["a", "a"])), "Workflow validation failed"),
            (Import(Definition.Of("x", [""])), "Workflow validation failed"),
            (Import(Definition.Of("x", ["a"], "a>b")), "Workflow validation failed"),
            (Import(Definition.Of("x", ["a", "b", "c"], "a>b", "b>c", "c>b")), "Workflow validation failed"),
            (Import(Sound()
                .With("linkRelations", new JsonArray(new JsonObject { ["linkId"] = "0", ["targetTaskName"] = "a" }))),
                "Workflow validation failed"),
        ];
        foreach (var (body, message) in cases) await _desk.RefusedAsync(62102, message, "Import Flow", body);
        Assert.Equal(7, (await _desk.DataAsync("Search Flow")).AsArray().Count);
    }

    [Fact]
    public async Task Every_seeded_flow_is_sound()
    {
        foreach (var id in (await _desk.DataAsync("Search Flow")).AsArray().Select(flow => (string)flow!["flowId"]!)
            .ToList())
            await _desk.DataAsync(
                "Import Flow", Import((await _desk.ExportAsync(long.Parse(id))).DeepClone(), "copy of " + id));
    }
}
