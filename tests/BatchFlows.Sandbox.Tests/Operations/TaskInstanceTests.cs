using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class TaskInstanceTests
{
    private readonly Desk _desk = Desk.Fresh();

    private async Task<string> RunAsync(string command, Action<JsonObject>? change = null)
    {
        var definition = Definition.Of("x", ["a: " + command, "b"], "a>b");
        change?.Invoke(definition);
        _desk.Service.PutFlow(7, definition.ToJsonString());
        return await _desk.TriggerAsync(7);
    }

    [Fact]
    [Covers("Get Task Instance")]
    public async Task A_task_instance_has_the_documented_fields_and_forms()
    {
        var instance = await _desk.TriggerAsync(2924);
        _desk.Pass(2);
        var task = await _desk.TaskInstanceAsync(instance, "tass");
        var sample = JsonNode.Parse(Sample.Text("get-task-instance.response"))!["data"]!.AsObject();
        Assert.Equal(sample.Select(field => field.Key).Order(), task.AsObject().Select(field => field.Key).Order());
        Assert.Equal(
            ("SUCCESS", 1, 0, 3, "echo 'hello'", "yourSubmitter", instance),
            ((string)task["stsDesc"]!, (int)task["runNum"]!, (int)task["recallNum"]!, (int)task["recallLimit"]!,
                (string)task["cmd"]!,
                (string)task["doAs"]!, (string)task["flowInstId"]!));
        Assert.Equal(
            ("2020-09-13 20:26:40", "2020-09-13 20:26:42", "Sun Sep 13 20:26:40 CST 2020"),
            ((string)task["startTime"]!, (string)task["endTime"]!, (string)task["timeStamp"]!));
    }

    [Fact]
    public async Task A_task_that_was_not_started_has_neither_times_nor_a_log()
    {
        var instance = await RunAsync("exit 1");
        _desk.Pass(2);
        var task = await _desk.TaskInstanceAsync(instance, "b");
        Assert.Equal(("INIT", 0, 0), ((string)task["stsDesc"]!, (int)task["status"]!, (int)task["runNum"]!));
        Assert.Null(task["startTime"] ?? task["endTime"]);
        await _desk.RefusedAsync(
            62109, "No log found", "Get Task Instance Log", new() { ["taskInstId"] = (string)task["instanceId"]! });
    }

    [Fact]
    public async Task Types_written_as_text_become_numbers()
    {
        var instance = await _desk.TriggerAsync(3003);
        async Task<int> TypeAsync(string task) => (int)(await _desk.TaskInstanceAsync(instance, task))["type"]!;
        Assert.Equal((7, 8, 3),
            (await TypeAsync("join_weather"), await TypeAsync("forecast"), await TypeAsync("publish_forecast")));
    }

    [Fact]
    [Covers("Get Task Instance Log")]
    public async Task A_log_looks_as_documented()
    {
        var instance = await _desk.TriggerAsync(2924);
        var id = await _desk.TaskInstanceIdAsync(instance, "tass");
        var log = JsonNode.Parse(Sample.Text("get-task-instance-log.response"))!["data"]!["log"]!.ToString()
            .Replace("104452-201908080322", id, StringComparison.Ordinal)
            .Replace("echo \"uuu\"", "echo 'hello'", StringComparison.Ordinal)
            .Replace("db_envision", "yourSubmitter", StringComparison.Ordinal)
            .Replace("Thu Aug 08 03:22:38 UTC 2019", "Sun Sep 13 12:26:40 UTC 2020", StringComparison.Ordinal)
            .Replace("uuu", "hello", StringComparison.Ordinal);
        Assert.Equal(log, await _desk.LogAsync(instance, "tass"));
    }

    [Fact]
    public async Task A_log_grows_and_never_changes_what_was_read()
    {
        var instance = await RunAsync("echo one; sleep 25; echo two; exit 4", flow => flow.WithTasks("retryLimit", 1)
            .WithTasks("retryInterval", 5));
        var log = await _desk.LogAsync(instance, "a");
        for (var second = 1; second < 70; second++)
        {
            _desk.Pass(1);
            var grown = await _desk.LogAsync(instance, "a");
            Assert.StartsWith(log, grown, StringComparison.Ordinal);
            log = grown;
        }
        var sections = log.Split("run num:\t");
        const string output = "=\none\n10 s of 25 s\n20 s of 25 s\ntwo\nexit code 4\n";
        Assert.All(sections.Skip(1), section => Assert.Contains(output, section, StringComparison.Ordinal));
        Assert.Equal(3, sections.Length);
    }

    [Theory]
    [InlineData("10", 10)]
    [InlineData("0", 0)]
    [InlineData("99999999999", 255)]
    [InlineData("", 255)]
    public async Task A_log_that_is_too_long_keeps_its_end(string maxLength, int length)
    {
        var id = await _desk.TaskInstanceIdAsync(await _desk.TriggerAsync(2924), "tass");
        var full = (string)(await _desk.DataAsync("Get Task Instance Log", new() { ["taskInstId"] = id }))["log"]!;
        var cut = (string)(
            await _desk.DataAsync(
                "Get Task Instance Log", new() { ["taskInstId"] = id, ["maxLength"] = maxLength }))["log"]!;
        Assert.EndsWith(cut, full, StringComparison.Ordinal);
        Assert.Equal(Math.Min(length, full.Length), cut.Length);
    }

    [Fact]
    public async Task A_log_is_at_most_a_megabyte_long()
    {
        var instance = await RunAsync("sleep 2000000");
        _desk.Pass(1_900_000);
        Assert.Equal(1 << 20, (await _desk.LogAsync(instance, "a")).Length);
    }

    [Fact]
    [Covers("Get Task Instance Log", 62102)]
    public async Task A_task_instance_that_is_not_there_is_refused()
    {
        await _desk.RefusedAsync(
            62102, "Instance not found", "Get Task Instance Log", new() { ["taskInstId"] = "1-1" });
        await _desk.RefusedAsync(62102, "Instance not found", "Get Task Instance", new() { ["taskInstId"] = "1-1" });
        var id = await _desk.TaskInstanceIdAsync(await _desk.TriggerAsync(2924), "tass");
        await _desk.RefusedAsync(
            62102, "Invalid parameter: maxLength", "Get Task Instance Log", new()
            {
                ["taskInstId"] = id,
                ["maxLength"] = "-1",
            });
    }
}
