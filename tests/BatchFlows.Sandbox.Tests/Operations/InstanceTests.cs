using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class InstanceTests
{
    private readonly Desk _desk = Desk.Fresh();

    private async Task<JsonNode> SearchAsync(Action<JsonObject>? change = null, string userId = Desk.Administrator)
    {
        var body = SearchBody();
        change?.Invoke(body);
        return await _desk.As(userId).DataAsync("List Flow Instances", body);
    }

    private JsonObject SearchBody()
    {
        var body = Pages.Of(1, 100);
        body["type"] = 1;
        body["owner"] = "";
        body["fromTriggerTime"] = 0;
        body["toTriggerTime"] = _desk.Now + 1;
        body["status"] = "";
        return body;
    }

    private static string[] Ids(JsonNode page) =>
        [.. page["flowInsts"]!.AsArray().Select(run => (string)run!["instanceId"]!)];

    [Fact]
    [Covers("Get Flow Instance")]
    public async Task An_instance_has_the_documented_fields_and_forms()
    {
        var instance = await _desk.TriggerAsync(2924);
        _desk.Pass(2);
        var run = await _desk.InstanceAsync(instance);
        Shape.AssertLike("get-flow-instance.response", run);
        Assert.Equal(
            (1, "SUCCESS", "2020-09-13 20:26:40", "2020-09-13 20:26:42", "2020-09-13 20:26:40.0"),
            ((int)run["status"]!, (string)run["statusDesc"]!, (string)run["startTime"]!, (string)run["endTime"]!,
                (string)run["timestamp"]!));
        var graph = JsonNode.Parse((string)run["graph"]!)!;
        Assert.Equal(instance, (string)graph["instId"]!);
        var task = graph["tasks"]![0]!;
        Assert.Equal($"{(long)task["taskId"]!}-{instance.Split('-')[1]}", (string)task["taskInstId"]!);
    }

    [Fact]
    [Covers("List Flow Instances")]
    public async Task A_list_has_the_documented_fields_and_forms_and_counts_all()
    {
        await _desk.TriggerAsync(2924);
        _desk.Pass(2);
        var page = await SearchAsync(body => body["pagination"]!["pageSize"] = 2);
        Shape.AssertLike("list-flow-instances.response", page);
        Assert.Equal((2, 10), (Ids(page).Length, (int)page["count"]!));
    }

    [Fact]
    public async Task The_last_day_shows_runs_that_went_well_a_failed_one_and_one_that_goes_on()
    {
        var failed = await SearchAsync(body => body["status"] = "-1");
        var running = await SearchAsync(body => (body["status"], body["type"]) = ("2", 0));
        Assert.Equal(["3003-20200913091000"], Ids(failed));
        Assert.Equal(["3005-20200913122100"], Ids(running));
        Assert.Equal(8, Ids(await SearchAsync(body => body["status"] = "1")).Length);
        Assert.Equal("join_weather SUCCESS, forecast FAIL, publish_forecast NONE",
            await _desk.TasksAsync("3003-20200913091000"));
        var log = await _desk.LogAsync("3003-20200913091000", "forecast");
        Assert.Contains("ERROR: weather of 2020-09-12 is incomplete, 3 of 48 hours are missing\nexit code 2\n", log,
            StringComparison.Ordinal);
        Assert.Contains("run num:\t4\n", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_field_of_a_search_narrows_it()
    {
        async Task CountAsync(int count, Action<JsonObject> change) =>
            Assert.Equal(count, Ids(await SearchAsync(change)).Length);
        await CountAsync(9, _ => { });
        await CountAsync(1, body => body["type"] = "0");
        await CountAsync(0, body => body["type"] = 3);
        await CountAsync(6, body => body["expression"] = "WATCH_");
        await CountAsync(6, body => body["expression"] = "3002-");
        await CountAsync(7, body => body["owner"] = "jonas.lindt");
        await CountAsync(0, body => body["owner"] = "jonas");
        await CountAsync(9, body => body["status"] = "1,-1");
        await CountAsync(1, body => body["status"] = -1);
        await CountAsync(8, body => body["status"] = 1);
    }

    [Fact]
    public async Task A_window_is_half_open()
    {
        await _desk.TriggerAsync(2924, 1_000_000);
        async Task CountAsync(int count, long from, long to) => Assert.Equal(
            count, Ids(
                await SearchAsync(body => (body["fromTriggerTime"], body["toTriggerTime"]) = (from, to))).Length);
        await CountAsync(1, 1_000_000, 1_000_001);
        await CountAsync(0, 999_999, 1_000_000);
        await CountAsync(0, 1_000_001, 1_000_000);
    }

    [Fact]
    public async Task A_user_sees_what_is_related_to_him()
    {
        Assert.Empty(Ids(await SearchAsync(userId: Desk.Visitor)));
        Assert.Equal(3, Ids(await SearchAsync(userId: Desk.Anna)).Length);
        Assert.All(
            (await SearchAsync(userId: Desk.Anna))["flowInsts"]!.AsArray(), run =>
                Assert.True((bool)run!["hasEditPri"]!));
    }

    [Theory]
    [InlineData("triggerTime", "ASC", "3001", "3002")]
    [InlineData("trigger_time", "DESC", "3002", "3001")]
    [InlineData("createTime", "ASC", "3001", "3002")]
    [InlineData("end_time", "ASC", "3001", "3002")]
    [InlineData("startTime", "DESC", "3002", "3001")]
    [InlineData("updateTime", "DESC", "3002", "3001")]
    public async Task Sorters_sort(string field, string order, string first, string last)
    {
        var ids = Ids(
            await SearchAsync(body => body["pagination"] = Pages.Of(1, 100, field, order)["pagination"]!.DeepClone()));
        Assert.Equal((first, last), (ids[0].Split('-')[0], ids[^1].Split('-')[0]));
    }

    [Fact]
    [Covers("List Flow Instances", 62102)]
    public async Task A_search_that_is_wrong_is_refused()
    {
        async Task RefusedAsync(string message, Action<JsonObject> change)
        {
            var body = SearchBody();
            change(body);
            await _desk.RefusedAsync(62102, message, "List Flow Instances", body);
        }

        foreach (var name in new[] { "type", "owner", "fromTriggerTime", "toTriggerTime", "status" })
            await RefusedAsync($"Invalid parameter: {name}", body => body.Remove(name));
        await RefusedAsync("Invalid parameter: status", body => body["status"] = "1,x");
        await RefusedAsync("Invalid parameter: pageSize", body => body["pagination"]!["pageSize"] = 0);
        const string sorter = "The sorters field parameter is invalid";
        await RefusedAsync(sorter, body => body["pagination"] = Pages.Of(1, 1, "flowName")["pagination"]!.DeepClone());
        _desk.Service.Sorters = SandboxSorters.CamelCase;
        await RefusedAsync(sorter, body => body["pagination"] = Pages.Of(1, 1, "end_time")["pagination"]!.DeepClone());
        _desk.Service.Sorters = SandboxSorters.SnakeCase;
        await RefusedAsync(sorter, body => body["pagination"] = Pages.Of(1, 1, "endTime")["pagination"]!.DeepClone());
    }

    [Fact]
    [Covers("Cancel Flow Instance")]
    public async Task A_cancelled_run_stops_and_the_next_one_starts()
    {
        _desk.Service.PutFlow(7, Definition.Of("x", ["a", "b: sleep 60", "c"], "a>b", "b>c").ToJsonString());
        var (first, second) = (await _desk.TriggerAsync(7), await _desk.TriggerAsync(7, 0));
        _desk.Pass(12);
        Assert.Equal("", (await _desk.As(Desk.Anna).DataAsync("Cancel Flow Instance", new() { ["flowInstId"] = first }))
            .ToString());
        Assert.Equal(
            ("CANCEL", "a SUCCESS, b CANCEL, c NONE"), (await _desk.StatusAsync(first), await _desk.TasksAsync(first)));
        Assert.Equal("RUNNING", await _desk.StatusAsync(second));
        Assert.EndsWith("=\n10 s of 60 s\ncancelled\n", await _desk.LogAsync(first, "b"), StringComparison.Ordinal);
        _desk.Pass(100);
        Assert.Equal("2020-09-13 20:26:52", (string)(await _desk.InstanceAsync(second))["startTime"]!);
        Assert.Equal("CANCEL", await _desk.StatusAsync(first));
        var cancelled = await SearchAsync(body => (body["status"], body["toTriggerTime"]) = ("8", _desk.Now));
        Assert.True((bool)Assert.Single(cancelled["flowInsts"]!.AsArray())!["isCancelled"]!);
    }

    [Fact]
    public async Task A_run_that_has_not_started_never_will_when_it_is_cancelled()
    {
        var (running, waiting, planned) =
            (await _desk.TriggerAsync(2924), await _desk.TriggerAsync(2924, 0),
                await _desk.TriggerAsync(2924, _desk.Now + 600_000));
        foreach (var instance in new[] { waiting, planned })
            await _desk.DataAsync("Cancel Flow Instance", new() { ["flowInstId"] = instance });
        _desk.Pass(1000);
        Assert.Equal(
            ("SUCCESS", "CANCEL", "CANCEL"),
            (await _desk.StatusAsync(running), await _desk.StatusAsync(waiting), await _desk.StatusAsync(planned)));
        Assert.Null((await _desk.InstanceAsync(waiting))["startTime"]);
    }

    [Fact]
    public async Task A_run_that_has_ended_stays_as_it_is()
    {
        await _desk.DataAsync("Cancel Flow Instance", new() { ["flowInstId"] = "3003-20200913091000" });
        Assert.Equal("FAIL", await _desk.StatusAsync("3003-20200913091000"));
    }

    [Fact]
    public async Task Only_owners_who_are_not_locked_cancel()
    {
        JsonObject Body() => new() { ["flowInstId"] = "3005-20200913122100" };
        await _desk.As(Desk.Anna).RefusedAsync(62103, "User has no privilege.", "Cancel Flow Instance", Body());
        _desk.User.IsLocked = true;
        await _desk.RefusedAsync(62105, "Your account has been locked", "Cancel Flow Instance", Body());
        _desk.User.IsLocked = false;
        await _desk.DataAsync("Delete Flow", new() { ["flowId"] = 3005 });
        await _desk.As(Desk.Anna).RefusedAsync(62103, "User has no privilege.", "Cancel Flow Instance", Body());
        await _desk.As(Desk.Jonas).DataAsync("Cancel Flow Instance", Body());
    }

    [Fact]
    public async Task An_instance_that_is_not_there_is_refused()
    {
        await _desk.RefusedAsync(62102, "Instance not found", "Get Flow Instance", new() { ["flowInstId"] = "1-1" });
        await _desk.RefusedAsync(62102, "Instance not found", "Get Flow Instance");
        await _desk.RefusedAsync(62102, "Instance not found", "Cancel Flow Instance", new() { ["flowInstId"] = "1-1" });
        await _desk.RefusedAsync(62102, "Invalid parameter: flowInstId", "Cancel Flow Instance");
    }
}
