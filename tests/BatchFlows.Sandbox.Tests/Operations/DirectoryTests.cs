using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class DirectoryTests
{
    private const string Root = "249a33bd419a4710b1567f5088f8955b";

    private readonly Desk _desk = Desk.Fresh();

    [Fact]
    [Covers("List Workflow Directories")]
    public async Task The_tree_holds_directories_and_flows_under_one_root()
    {
        var root = Assert.Single((await _desk.DataAsync("List Workflow Directories")).AsArray())!;
        Assert.Equal(
            "Workflow(energy(meters(3001,3002),forecast(3003)),billing(3005,3006),archive(),2924,3004)", Text(root));
        Assert.Equal((Root, 1), ((string)root["key"]!, (int)root["type"]!));
        Assert.Equal(
            """{"editable":true,"title":"nFlow","type":1,"key":2924,"isDirectory":false}""",
            root["children"]![3]!.ToJsonString());
    }

    [Fact]
    [Covers("Create Directory")]
    public async Task A_new_directory_is_in_the_tree_and_takes_flows()
    {
        var id = (string)(await CreateAsync(Root, "new"))["dirId"]!;
        Assert.Matches("^[0-9a-f]{32}$", id);
        var inner = (string)(await CreateAsync(id, "inner"))["dirId"]!;
        await _desk.DataAsync(
            "Import Flow", new() { ["flowName"] = "x", ["dirId"] = inner, ["flowJson"] = new JsonObject() });
        var tree = (await _desk.DataAsync("List Workflow Directories"))[0]!;
        Assert.Contains("new(inner(3101))", Text(tree), System.StringComparison.Ordinal);
    }

    [Theory]
    [Covers("Create Directory", 62102)]
    [InlineData(null, "x", "param: parentId cannot be empty")]
    [InlineData("", "x", "param: parentId cannot be empty")]
    [InlineData(Root, null, "param: dirName cannot be empty")]
    [InlineData(Root, " ", "param: dirName cannot be empty")]
    [InlineData("0", "x", "parentId not found")]
    [InlineData(Root, "energy", "A directory of the same name already exists")]
    public async Task A_directory_that_cannot_be_made_is_refused(string? parentId, string? name, string message) =>
        await _desk.RefusedAsync(
        62102, message, "Create Directory", new() { ["parentId"] = parentId, ["dirName"] = name });

    private Task<JsonNode> CreateAsync(string parentId, string name) =>
        _desk.DataAsync("Create Directory", new() { ["parentId"] = parentId, ["dirName"] = name });

    private static string Text(JsonNode node) => (bool)node["isDirectory"]!
        ? $"{node["title"]}({string.Join(',', node["children"]!.AsArray().Select(child => Text(child!)))})"
        : node["key"]!.ToJsonString();
}
