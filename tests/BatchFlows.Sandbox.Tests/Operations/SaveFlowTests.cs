using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class SaveFlowTests
{
    private static readonly string[] Mandatory =
        ["id", "type", "name", "freq", "cycle", "alertMode", "doAs", "owners", "visitors", "active"];

    private readonly Desk _desk = Desk.Fresh();

    private Task<JsonNode> LoadAsync(long flowId, string userId = Desk.Administrator) =>
        _desk.As(userId).DataAsync("Load Flow For Edit", new() { ["flowId"] = flowId });

    private static JsonObject Body(JsonNode flow)
    {
        var graph = JsonNode.Parse((string)flow["graph"]!)!;
        return new()
        {
            ["id"] = flow["flowId"]!.ToString(),
            ["type"] = (int)flow["type"]!,
            ["name"] = (string)flow["flowName"]!,
            ["freq"] = (string)flow["freq"]!,
            ["cycle"] = (string)flow["cycle"]!,
            ["alertMode"] = (int)flow["alertMode"]!,
            ["doAs"] = (string)flow["doAs"]!,
            ["owners"] = (string)flow["owner"]!,
            ["visitors"] = (string)flow["visitor"]!,
            ["startTime"] = (string)flow["startTime"]!,
            ["active"] = (int)flow["active"]!,
            ["parameters"] = (string)flow["parameters"]!,
            ["desc"] = (string)flow["desc"]!,
            ["queue"] = (string)flow["queue"]!,
            ["tasks"] = graph["tasks"]!.DeepClone(),
            ["flows"] = graph["flows"]!.DeepClone(),
            ["relations"] = graph["relations"]!.DeepClone(),
        };
    }

    [Fact]
    [Covers("Load Flow For Edit")]
    public async Task A_temporary_flow_has_an_id_of_its_own_and_is_seen_nowhere()
    {
        var flow = await LoadAsync(3003, Desk.Visitor);
        Shape.AssertLike("load-flow-for-edit.response", flow);
        var id = (long)flow["flowId"]!;
        Assert.NotEqual(3003, id);
        await _desk.RefusedAsync(62102, "Workflow does not exist", "Get Flow", new() { ["flowId"] = id });
        await _desk.RefusedAsync(62102, "Flow validation exception", "Export Flow", new() { ["flowId"] = id });
        Assert.Equal(7, (await _desk.DataAsync("Search Flow")).AsArray().Count);
        Assert.Equal(7, (await _desk.DataAsync("Get My Flow")).AsArray().Count);
        var tree = await _desk.DataAsync("List Workflow Directories");
        Assert.DoesNotContain(id.ToString(), tree.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [Covers("Save Flow")]
    [InlineData(2924)]
    [InlineData(3001)]
    [InlineData(3003)]
    [InlineData(3004)]
    [InlineData(3005)]
    public async Task Saved_without_a_change_a_flow_stays_what_it_is(long flowId)
    {
        var (before, definition) = (await _desk.FlowAsync(flowId), await _desk.ExportAsync(flowId));
        Assert.Equal(flowId, (long)(await _desk.DataAsync("Save Flow", Body(await LoadAsync(flowId))))["flowId"]!);
        var after = await _desk.FlowAsync(flowId);
        Assert.NotEqual((string)before["updateTime"]!, (string)after["updateTime"]!);
        Assert.Equal("admin", (string)after["updateUser"]!);
        (after["updateTime"], after["updateUser"]) = (
            before["updateTime"]!.DeepClone(), before["updateUser"]!.DeepClone());
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        Assert.True(JsonNode.DeepEquals(definition, await _desk.ExportAsync(flowId)), definition.ToJsonString());
    }

    [Fact]
    public async Task What_was_changed_is_changed_and_no_more()
    {
        var body = Body(await LoadAsync(3005));
        body["name"] = "renamed";
        body["owners"] = ";jonas.lindt;";
        body["queue"] = "night";
        body["active"] = 0;
        body["parameters"] = new JsonArray(new JsonObject { ["key"] = "a", ["value"] = "b" });
        body["tasks"]![0]!["taskName"] = "first";
        body["tasks"]![0]!["x"] = 8.0E-4;
        body["tasks"]!.AsArray().RemoveAt(3);
        body["flows"] = new JsonArray();
        body["relations"] = new JsonArray(
            [.. body["relations"]!.AsArray().Take(2).Select(relation => relation!.DeepClone())]);
        var (before, node) = (await _desk.ExportAsync(3005), (string)body["tasks"]![0]!["nodeId"]!);
        await _desk.DataAsync("Save Flow", body);

        var (flow, after) = (await _desk.FlowAsync(3005), await _desk.ExportAsync(3005));
        Assert.Equal(
            ("renamed", ";jonas.lindt;", 0), ((string)flow["flowName"]!, (string)flow["owner"]!, (int)flow["active"]!));
        Assert.Equal("""[{"key":"a","value":"b"}]""", (string)flow["parameters"]!);
        Assert.Equal("night", (string)(await LoadAsync(3005))["queue"]!);
        var first = (await _desk.GraphAsync(3005))["tasks"]![0]!;
        Assert.Equal(
            ("first", node, 8.0E-4), ((string)first["taskName"]!, (string)first["nodeId"]!, (double)first["x"]!));
        Assert.Equal(["first", "rate_consumption", "write_invoices"], after["tasks"]!.AsArray()
            .Select(task => (string)task!["name"]!));
        Assert.True(JsonNode.DeepEquals(before["tasks"]![1], after["tasks"]![1]));
        Assert.Equal((string)before["tasks"]![0]!["cmd"]!, (string)after["tasks"]![0]!["cmd"]!);
        Assert.Equal("first", (string)after["relations"]![0]!["sourceTaskName"]!);
        Assert.True(JsonNode.DeepEquals(before["labels"], after["labels"]));
        Assert.Empty(after["taskLinks"]!.AsArray());
    }

    [Fact]
    public async Task Links_follow_a_flow_to_its_new_name()
    {
        await _desk.DataAsync("Save Flow", Body(await LoadAsync(3001)).With("name", "readings"));
        Assert.Equal("readings", (string)(await _desk.ExportAsync(3005))["taskLinks"]![0]!["sourceFlowName"]!);
        Assert.Equal(62104, (int)(await _desk.CallAsync("Delete Flow", new() { ["flowId"] = 3001 }))["code"]!);
    }

    [Fact]
    public async Task Links_to_what_is_not_there_are_not_lost()
    {
        var link = new JsonObject { ["linkId"] = "0", ["sourceFlowName"] = "elsewhere" };
        var definition = Definition.Of("x", ["a"]).With("flowLinks", new JsonArray(link))
            .With("linkRelations",
                new JsonArray(new JsonObject { ["linkId"] = "0", ["targetTaskName"] = "a", ["rerun"] = true }));
        _desk.Service.PutFlow(7, definition.ToJsonString());
        await _desk.DataAsync("Save Flow", Body(await LoadAsync(7)));
        Assert.True(JsonNode.DeepEquals(definition, await _desk.ExportAsync(7)));
    }

    [Fact]
    public async Task A_temporary_flow_ends_with_its_save_and_the_last_one_wins()
    {
        var (one, two) = (
            Body(await LoadAsync(2924)).With("desc", "one"), Body(await LoadAsync(2924)).With("desc", "two"));
        await _desk.DataAsync("Save Flow", two);
        await _desk.DataAsync("Save Flow", one);
        Assert.Equal("one", (string)(await _desk.FlowAsync(2924))["desc"]!);
        await _desk.RefusedAsync(62102, "Incorrect parameter", "Save Flow", two);
    }

    [Fact]
    public async Task A_flow_put_under_a_temporary_id_ends_the_temporary_flow()
    {
        var body = Body(await LoadAsync(2924));
        _desk.Service.PutFlow(long.Parse((string)body["id"]!), "{}");
        await _desk.RefusedAsync(62102, "Incorrect parameter", "Save Flow", body);
    }

    [Fact]
    public async Task Saves_within_a_second_have_times_of_their_own()
    {
        var times = new System.Collections.Generic.List<string>();
        for (var save = 0; save < 3; save++)
        {
            await _desk.DataAsync("Save Flow", Body(await LoadAsync(2924)));
            times.Add((string)(await _desk.FlowAsync(2924))["updateTime"]!);
        }
        Assert.Equal(["2020-09-13 20:26:40.0", "2020-09-13 20:26:41.0", "2020-09-13 20:26:42.0"], times);
    }

    [Fact]
    [Covers("Save Flow", 62102)]
    public async Task A_body_that_is_wrong_is_refused_and_changes_nothing()
    {
        var (before, flow) = (await _desk.FlowAsync(3003), await LoadAsync(3003));
        Action<JsonObject>[] mistakes =
        [
            .. Mandatory.Select<string, Action<JsonObject>>(name => body => body.Remove(name)),
            .. Mandatory.Select<string, Action<JsonObject>>(name => body => body[name] = new JsonArray()),
            body => body["id"] = 3003,
            body => body["name"] = "nFlow",
            body => body["name"] = "",
            body => body["active"] = 2,
            body => body["parameters"] = "{}",
            body => body["tasks"]![0]!["taskId"] = "1",
            body => body["tasks"]![0]!["taskName"] = "forecast",
            body => body["tasks"]![0]!["nodeId"] = "t_other",
            body => body["tasks"]![1] = body["tasks"]![0]!.DeepClone(),
            body => body["flows"]![0]!["flowId"] = "1",
            body => body["flows"]![1]!["flowId"] = "1",
            body => body["relations"]![0]!["target"] = body["flows"]![0]!["nodeId"]!.DeepClone(),
            body => body["relations"]!.AsArray().Add(Turned(body["relations"]![0]!)),
        ];
        foreach (var mistake in mistakes)
        {
            var body = Body(flow);
            mistake(body);
            await _desk.RefusedAsync(62102, "Incorrect parameter", "Save Flow", body);
        }
        Assert.Equal(before.ToJsonString(), (await _desk.FlowAsync(3003)).ToJsonString());
        await _desk.DataAsync("Save Flow", Body(flow));
    }

    [Fact]
    [Covers("Save Flow", 62105)]
    public async Task A_locked_user_saves_nothing()
    {
        var anna = _desk.As(Desk.Anna);
        var body = Body(await LoadAsync(3001, Desk.Anna));
        anna.User.IsLocked = true;
        await anna.RefusedAsync(62105, "Your account has been locked", "Save Flow", body);
        anna.User.IsLocked = false;
        await anna.DataAsync("Save Flow", body);
    }

    [Fact]
    public async Task Who_does_not_own_a_flow_does_not_save_it() => await _desk.As(Desk.Visitor).RefusedAsync(
        62103, "User has no privilege.", "Save Flow", Body(await LoadAsync(3001, Desk.Visitor)));

    private static JsonObject Turned(JsonNode relation) =>
        new()
        {
            ["source"] = relation["target"]!.DeepClone(),
            ["target"] = relation["source"]!.DeepClone(),
            ["rerun"] = true
        };
}
