using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class TriggerTests
{
    private const string NotCreated = "Cannot create workflow instance. Please check if the workflow or task exist, "
        + "and do not trigger the same workflow repeatedly in 1 minute.";

    private readonly Desk _desk = Desk.Fresh();

    private async Task<JsonObject> FromTaskAsync(long flowId, int task) => new()
    {
        ["flowId"] = flowId,
        ["taskId"] = long.Parse((string)(await _desk.GraphAsync(flowId))["tasks"]![task]!["taskId"]!),
        ["triggerTime"] = _desk.Now,
    };

    private JsonObject Update(JsonNode? parameters, long flowId = 7) =>
        new() { ["flowId"] = flowId, ["triggerTime"] = _desk.Now, ["parameters"] = parameters };

    [Fact]
    [Covers("Trigger Flow")]
    public async Task A_run_is_named_after_its_minute_in_UTC_and_goes_along_the_graph()
    {
        var instance = await _desk.As(Desk.Anna).TriggerAsync(3001, 1594016819108);
        Assert.Equal("3001-20200706062600", instance);
        Assert.Equal("fetch_readings RUNNING, check_readings NONE, load_readings NONE, drop_staging_files NONE",
            await _desk.TasksAsync(instance));
        _desk.Pass(2);
        Assert.Equal("fetch_readings SUCCESS, check_readings RUNNING, load_readings NONE, drop_staging_files NONE",
            await _desk.TasksAsync(instance));
        _desk.Pass(6);
        Assert.Equal("SUCCESS", await _desk.StatusAsync(instance));
        var run = await _desk.InstanceAsync(instance);
        Assert.Equal(
            ("2020-07-06 14:26:59", "2020-09-13 20:26:40", "2020-09-13 20:26:48", "2020-07-05"),
            ((string)run["triggerTime"]!, (string)run["startTime"]!, (string)run["endTime"]!, (string)run["calDt"]!));
    }

    [Fact]
    public async Task A_time_to_come_is_waited_for()
    {
        var instance = await _desk.TriggerAsync(2924, _desk.Now + 60_000);
        Assert.Equal("INIT", await _desk.StatusAsync(instance));
        Assert.Null((await _desk.InstanceAsync(instance))["startTime"]);
        _desk.Pass(60);
        Assert.Equal("RUNNING", await _desk.StatusAsync(instance));
        _desk.Pass(2);
        Assert.Equal("SUCCESS", await _desk.StatusAsync(instance));
    }

    [Fact]
    public async Task One_run_of_a_flow_goes_on_at_a_time()
    {
        var (first, second, third) =
            (await _desk.TriggerAsync(2924), await _desk.TriggerAsync(2924, 60_000), await _desk.TriggerAsync(2924, 0));
        async Task<string> StatusesAsync() =>
            $"{await _desk.StatusAsync(first)} {await _desk.StatusAsync(second)} {await _desk.StatusAsync(third)}";
        Assert.Equal("RUNNING WAIT WAIT", await StatusesAsync());
        Assert.Equal("tass NONE", await _desk.TasksAsync(second));
        _desk.Pass(3);
        Assert.Equal("SUCCESS RUNNING WAIT", await StatusesAsync());
        _desk.Pass(60);
        var (two, three) = (await _desk.InstanceAsync(second), await _desk.InstanceAsync(third));
        Assert.Equal("2020-09-13 20:26:42", (string)two["startTime"]!);
        Assert.Equal((string)two["endTime"]!, (string)three["startTime"]!);
    }

    [Fact]
    public async Task The_same_minute_is_refused_to_all_ways_of_triggering_and_another_is_not()
    {
        await _desk.TriggerAsync(2924);
        var again = new JsonObject { ["flowId"] = 2924, ["triggerTime"] = _desk.Now + 19_999, ["parameters"] = "[]" };
        again["taskId"] = (await FromTaskAsync(2924, 0))["taskId"]!.DeepClone();
        foreach (var operation in new[] { "Trigger Flow", "Trigger Flow From Task", "Update And Trigger Flow" })
            await _desk.RefusedAsync(62102, NotCreated, operation, again);
        await _desk.DataAsync("Trigger Flow", again.With("triggerTime", _desk.Now + 20_000));
    }

    [Theory]
    [Covers("Trigger Flow", 62104)]
    [Covers("Update And Trigger Flow", 62104)]
    [InlineData("Trigger Flow")]
    [InlineData("Update And Trigger Flow")]
    public async Task A_flow_without_tasks_is_refused(string operation)
    {
        _desk.Service.PutFlow(7, "{}");
        await _desk.RefusedAsync(62104, "This workflow has no task. You cannot trigger it.", operation, Update("[]"));
    }

    [Theory]
    [Covers("Trigger Flow From Task", 62102)]
    [InlineData("Trigger Flow")]
    [InlineData("Trigger Flow From Task")]
    [InlineData("Update And Trigger Flow")]
    public async Task A_body_that_is_wrong_is_refused(string operation)
    {
        JsonObject Sound() =>
            new() { ["flowId"] = 3001, ["taskId"] = 100001, ["triggerTime"] = _desk.Now, ["parameters"] = "[]" };
        foreach (var name in new[] { "flowId", "triggerTime" })
        {
            foreach (var value in new JsonNode?[] { null, "x", 1.5, new JsonObject() })
                await _desk.RefusedAsync(62102, "Invalid request body.", operation, Sound().With(name, value));
        }
        await _desk.RefusedAsync(62102, "Invalid request body.", operation, Sound().With("triggerTime", -1));
        await _desk.RefusedAsync(62102, "Invalid request body.", operation, Sound().With("triggerTime", long.MaxValue));
        await _desk.RefusedAsync(62102, NotCreated, operation, Sound().With("flowId", 4711));
        await _desk.DataAsync(operation, Sound());
    }

    [Fact]
    [Covers("Trigger Flow From Task")]
    public async Task A_run_from_a_task_takes_along_what_reruns_and_skips_the_rest()
    {
        var body = await FromTaskAsync(3001, 1);
        var instance = (string)(await _desk.DataAsync("Trigger Flow From Task", body))["flowInstanceId"]!;
        Assert.Equal("fetch_readings SKIP, check_readings RUNNING, load_readings NONE, drop_staging_files SKIP",
            await _desk.TasksAsync(instance));
        _desk.Pass(4);
        Assert.Equal("fetch_readings SKIP, check_readings SUCCESS, load_readings SUCCESS, drop_staging_files SKIP",
            await _desk.TasksAsync(instance));
        Assert.Equal("SUCCESS", await _desk.StatusAsync(instance));
    }

    [Fact]
    public async Task A_run_from_a_task_of_another_flow_is_refused()
    {
        var body = (await FromTaskAsync(3001, 1)).With("flowId", 3002);
        await _desk.RefusedAsync(62102, NotCreated, "Trigger Flow From Task", body);
        await _desk.RefusedAsync(62102, "Invalid request body.", "Trigger Flow From Task", body.With("taskId", null));
    }

    [Theory]
    [Covers("Update And Trigger Flow")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Values_hold_for_one_run(bool asText)
    {
        const string values = """[{"key":"seconds","value":"30"},{"key":"day","value":"${cal_dt}"}]""";
        _desk.Service.PutFlow(7, Definition.Of("x", ["a: sleep ${seconds} && echo day ${day}"])
            .With("parameters", """[{"key":"seconds","value":"5"},{"key":"day","value":"none"}]""").ToJsonString());
        var body = Update(asText ? values : JsonNode.Parse(values));
        var instance = (string)(await _desk.DataAsync("Update And Trigger Flow", body))["flowInstanceId"]!;
        Assert.Equal(values, (string)(await _desk.InstanceAsync(instance))["parameters"]!);
        _desk.Pass(29);
        Assert.Equal("RUNNING", await _desk.StatusAsync(instance));
        _desk.Pass(1);
        Assert.Equal("SUCCESS", await _desk.StatusAsync(instance));
        Assert.Contains("day 2020-09-12\n", await _desk.LogAsync(instance, "a"), StringComparison.Ordinal);
        Assert.Contains("none", (string)(await _desk.FlowAsync(7))["parameters"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[")]
    public async Task Values_that_are_no_list_are_refused(string? parameters) =>
        await _desk.RefusedAsync(62102, "Invalid request body.", "Update And Trigger Flow", Update(parameters, 2924));

    [Fact]
    public async Task A_run_goes_on_as_the_flow_was_when_it_was_triggered()
    {
        _desk.Service.PutFlow(7, Definition.Of("x", ["a: sleep 5", "b"], "a>b").ToJsonString());
        var instance = await _desk.TriggerAsync(7);
        _desk.Service.PutFlow(7, Definition.Of("y", ["c"]).ToJsonString());
        _desk.Pass(7);
        Assert.Equal("a SUCCESS, b SUCCESS", await _desk.TasksAsync(instance));
        Assert.Equal("x", (string)(await _desk.InstanceAsync(instance))["flowName"]!);
    }
}
