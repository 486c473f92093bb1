using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class FlowTests
{
    private readonly Desk _desk = Desk.Fresh();

    [Fact]
    [Covers("Get Flow")]
    public async Task A_flow_has_the_documented_fields_and_forms()
    {
        var flow = await _desk.FlowAsync(3003);
        Shape.AssertLike("get-flow.response", flow);
        Assert.Equal(
            (3003, "forecast_demand", 1), ((long)flow["flowId"]!, (string)flow["flowName"]!, (int)flow["active"]!));
        var graph = JsonNode.Parse((string)flow["graph"]!)!;
        Assert.Equal(["join_weather", "forecast", "publish_forecast"], graph["tasks"]!.AsArray()
            .Select(task => (string)task!["taskName"]!));
        Assert.Equal(["watch_substations", "100003(load_readings)"], graph["flows"]!.AsArray()
            .Select(node => (string)node!["flowName"]!));
        Assert.Equal(4, graph["relations"]!.AsArray().Count);
    }

    [Fact]
    public async Task Task_ids_stay_the_same_as_long_as_the_names_do()
    {
        var before = (await _desk.GraphAsync(2924))["tasks"]![0]!["taskId"]!.ToJsonString();
        await _desk.GraphAsync(3006);
        Assert.Equal(before, (await _desk.GraphAsync(2924))["tasks"]![0]!["taskId"]!.ToJsonString());
    }

    [Theory]
    [InlineData(Desk.Administrator, true)]
    [InlineData(Desk.Anna, true)]
    [InlineData(Desk.Visitor, false)]
    public async Task Owners_may_edit(string userId, bool mayEdit) =>
        Assert.Equal(mayEdit, (bool)(await _desk.As(userId).FlowAsync(3001))["hasEditPri"]!);

    [Fact]
    [Covers("Get My Flow")]
    public async Task My_flows_are_those_I_own_or_may_visit()
    {
        var mine = await _desk.As(Desk.Jonas).DataAsync("Get My Flow");
        Shape.AssertLike("get-my-flow.response", mine);
        Assert.Equal(
            [("3001", true), ("3002", true), ("3005", true), ("3006", false)],
            mine.AsArray().Select(flow => ((string)flow!["flowId"]!, (bool)flow["editable"]!)));
        Assert.Equal(7, (await _desk.DataAsync("Get My Flow")).AsArray().Count);
        Assert.Empty((await _desk.As(Desk.Visitor).DataAsync("Get My Flow")).AsArray());
        Assert.Single((await _desk.DataAsync("Get My Flow", new() { ["expression"] = "BILL_" })).AsArray());
    }

    [Theory]
    [Covers("Search Flow")]
    [InlineData("", "2924 3001 3002 3003 3004 3005 3006")]
    [InlineData("300", "3001 3002 3003 3004 3005 3006")]
    [InlineData("METER", "3001")]
    [InlineData("nothing", "")]
    public async Task A_search_finds_parts_of_ids_and_names(string expression, string found)
    {
        var flows = await _desk.DataAsync("Search Flow", new() { ["expression"] = expression });
        Assert.Equal(found, Ids(flows));
    }

    [Fact]
    public async Task A_search_answers_the_documented_fields() =>
        Shape.AssertLike("search-flow.response", await _desk.DataAsync("Search Flow"));

    [Theory]
    [InlineData(1, 3, "2924 3001 3002")]
    [InlineData(3, 3, "3006")]
    [InlineData(4, 3, "")]
    [InlineData(int.MaxValue, int.MaxValue, "")]
    public async Task Pages_start_at_1_and_end_empty(int page, int size, string found) =>
        Assert.Equal(found, Ids(await _desk.DataAsync("Search Flow", Pages.Of(page, size))));

    [Theory]
    [Covers("Search Flow", 62102)]
    [InlineData(0, 10, "Invalid parameter: pageNo")]
    [InlineData(1, 0, "Invalid parameter: pageSize")]
    public async Task A_page_that_cannot_be_is_refused(int page, int size, string message) =>
        await _desk.RefusedAsync(62102, message, "Search Flow", Pages.Of(page, size));

    [Theory]
    [InlineData("updateTime", "ASC", "2924 3001 3002 3003 3004 3005 3006")]
    [InlineData("createTime", "DESC", "3006 3005 3004 3003 3002 3001 2924")]
    [InlineData("start_time", "ASC", "2924 3001 3005 3004 3003 3002 3006")]
    public async Task Sorters_sort(string field, string order, string found) =>
        Assert.Equal(found, Ids(await _desk.DataAsync("Search Flow", Pages.Of(1, 10, field, order))));

    [Fact]
    public async Task The_first_sorter_counts_most()
    {
        var body = Pages.Of(1, 10, "startTime");
        body["pagination"]!["sorters"]!.AsArray().Add(new JsonObject { ["field"] = "createTime", ["order"] = "DESC" });
        Assert.Equal("2924 3005 3001 3004 3003 3002 3006", Ids(await _desk.DataAsync("Search Flow", body)));
    }

    [Theory]
    [InlineData(SandboxSorters.Any, "flowName", "create_time, update_time, start_time")]
    [InlineData(SandboxSorters.SnakeCase, "updateTime", "create_time, update_time, start_time")]
    [InlineData(SandboxSorters.CamelCase, "update_time", "createTime, updateTime, startTime")]
    public async Task A_sorter_in_the_other_spelling_is_refused(SandboxSorters sorters, string field, string names)
    {
        _desk.Service.Sorters = sorters;
        await _desk.RefusedAsync(
            62102, $"Illegal field, should be one of [{names}].", "Search Flow", Pages.Of(1, 10, field));
    }

    [Fact]
    [Covers("Enable Flow")]
    [Covers("Disable Flow")]
    public async Task Enable_and_disable_change_the_mark_and_may_be_repeated()
    {
        foreach (
            var (operation, active) in new[] { ("Disable Flow", 0), ("Disable Flow", 0), ("Enable Flow", 1),
                ("Enable Flow", 1) })
        {
            Assert.Equal("", (await _desk.As(Desk.Anna).DataAsync(operation, new() { ["flowId"] = 3001 })).ToString());
            Assert.Equal(active, (int)(await _desk.FlowAsync(3001))["active"]!);
        }
    }

    [Fact]
    [Covers("Delete Flow")]
    public async Task A_deleted_flow_is_gone_and_what_ran_stays()
    {
        var instance = await _desk.TriggerAsync(3005, 0);
        await _desk.As("u15426865866003").DataAsync("Delete Flow", new() { ["flowId"] = 3005 });
        await _desk.RefusedAsync(62102, "Workflow does not exist", "Get Flow", new() { ["flowId"] = 3005 });
        Assert.Equal("bill_customers", (string)(await _desk.InstanceAsync(instance))["flowName"]!);
        Assert.DoesNotContain("3005", Ids(await _desk.DataAsync("Search Flow")));
    }

    [Theory]
    [Covers("Delete Flow", 62104)]
    [InlineData(3001)]
    [InlineData(3002)]
    public async Task A_flow_that_others_link_to_stays(long flowId)
    {
        await _desk.RefusedAsync(
            62104,
            "This workflow is relied on by other workflows and cannot be deleted.",
            "Delete Flow",
            new() { ["flowId"] = flowId });
        await _desk.FlowAsync(flowId);
    }

    [Theory]
    [InlineData("Delete Flow")]
    [InlineData("Enable Flow")]
    [InlineData("Disable Flow")]
    [InlineData("Trigger Flow")]
    [InlineData("Update And Trigger Flow")]
    [InlineData("Trigger Flow From Task")]
    public async Task Who_does_not_own_a_flow_changes_nothing(string operation) =>
        await _desk.As(Desk.Visitor).RefusedAsync(
        62103,
        "User has no privilege.",
        operation,
        new() { ["flowId"] = 3001, ["taskId"] = 1, ["triggerTime"] = 0, ["parameters"] = new JsonArray() });

    [Theory]
    [InlineData("Enable Flow")]
    [InlineData("Disable Flow")]
    [InlineData("Trigger Flow")]
    [InlineData("Update And Trigger Flow")]
    [InlineData("Trigger Flow From Task")]
    public async Task Locks_of_users_and_flows_hold(string operation)
    {
        var anna = _desk.As(Desk.Anna);
        JsonObject Arguments() =>
            new() { ["flowId"] = 3001, ["taskId"] = 1, ["triggerTime"] = 0, ["parameters"] = new JsonArray() };
        anna.User.IsLocked = true;
        await anna.RefusedAsync(62105, "Your account has been locked", operation, Arguments());
        anna.User.IsLocked = false;
        _desk.Service.LockFlow(3001);
        await anna.RefusedAsync(62105, "This workflow has been locked", operation, Arguments());
        Assert.True((bool)(await anna.FlowAsync(3001))["locked"]!);
        _desk.Service.LockFlow(3001, locked: false);
        Assert.NotEqual(62105, (int)(await anna.CallAsync(operation, Arguments()))["code"]!);
    }

    [Theory]
    [InlineData("Get Flow")]
    [InlineData("Delete Flow")]
    [InlineData("Load Flow For Edit")]
    [InlineData("Enable Flow")]
    [InlineData("Disable Flow")]
    public async Task A_flow_that_is_not_there_is_refused(string operation) =>
        await _desk.RefusedAsync(62102, "Workflow does not exist", operation, new() { ["flowId"] = 4711 });

    [Fact]
    public async Task A_flow_put_as_any_text_can_be_asked_for()
    {
        foreach (
            var text in new[] { "", "[]", "{ broken",
                """{"name":7,"tasks":[1,{"name":"a"}],"relations":"x","timeout":1,"timeout":2}""" })
        {
            _desk.Service.PutFlow(7, text);
            await _desk.FlowAsync(7);
            await _desk.DataAsync("List Workflow Directories");
        }
        Assert.Equal("7", (string)(await _desk.FlowAsync(7))["flowName"]!);
    }

    private static string Ids(JsonNode flows) =>
        string.Join(' ', flows.AsArray().Select(flow => (string)flow!["flowId"]!));
}
