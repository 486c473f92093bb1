using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class RunTests
{
    private readonly Desk _desk = Desk.Fresh();

    private async Task<string> RunAsync(JsonObject definition)
    {
        _desk.Service.PutFlow(7, definition.ToJsonString());
        return await _desk.TriggerAsync(7);
    }

    [Fact]
    public async Task A_failed_task_fails_the_run_at_once_and_other_branches_go_on()
    {
        var instance = await RunAsync(Definition.Of(
            "x", ["root", "bad: exit 1", "after", "good: sleep 5", "last"], "root>bad", "bad>after", "root>good",
            "good>last"));
        _desk.Pass(4);
        Assert.Equal("root SUCCESS, bad FAIL, after NONE, good RUNNING, last NONE", await _desk.TasksAsync(instance));
        Assert.Equal("FAIL", await _desk.StatusAsync(instance));
        Assert.Null((await _desk.InstanceAsync(instance))["endTime"]);
        _desk.Pass(5);
        Assert.Equal(
            "root SUCCESS, bad FAIL, after NONE, good SUCCESS, last SUCCESS", await _desk.TasksAsync(instance));
        Assert.Equal("2020-09-13 20:26:49", (string)(await _desk.InstanceAsync(instance))["endTime"]!);
    }

    [Fact]
    public async Task A_task_waits_for_all_that_lead_to_it()
    {
        var instance = await RunAsync(Definition.Of("x", ["a: sleep 3", "b: sleep 8", "c"], "a>c", "b-c"));
        _desk.Pass(7);
        Assert.Equal("a SUCCESS, b RUNNING, c NONE", await _desk.TasksAsync(instance));
        _desk.Pass(1);
        Assert.Equal("a SUCCESS, b SUCCESS, c RUNNING", await _desk.TasksAsync(instance));
    }

    [Fact]
    public async Task Retries_wait_and_are_counted()
    {
        var instance = await RunAsync(
            Definition.Of("x", ["a: exit 1"]).WithTasks("retryLimit", 2).WithTasks("retryInterval", 60));
        _desk.Pass(2);
        Assert.Equal("a RERUN", await _desk.TasksAsync(instance));
        Assert.Equal("RUNNING", await _desk.StatusAsync(instance));
        _desk.Pass(60);
        var task = await _desk.TaskInstanceAsync(instance, "a");
        Assert.Equal(("RUNNING", 2, 1), ((string)task["stsDesc"]!, (int)task["runNum"]!, (int)task["recallNum"]!));
        Assert.Equal("2020-09-13 20:27:42", (string)task["startTime"]!);
        _desk.Pass(64);
        task = await _desk.TaskInstanceAsync(instance, "a");
        Assert.Equal(("FAIL", 3, 2), ((string)task["stsDesc"]!, (int)task["runNum"]!, (int)task["recallNum"]!));
        Assert.Equal("FAIL", await _desk.StatusAsync(instance));
    }

    [Fact]
    public async Task A_task_can_fail_first_and_pass_later()
    {
        var instance = await RunAsync(Definition.Of("x", ["a: exit 1 # until run 3"]).WithTasks("retryLimit", 5));
        _desk.Pass(60);
        var task = await _desk.TaskInstanceAsync(instance, "a");
        Assert.Equal(("SUCCESS", 3), ((string)task["stsDesc"]!, (int)task["runNum"]!));
        Assert.Equal("SUCCESS", await _desk.StatusAsync(instance));
    }

    [Fact]
    public async Task Retries_without_end_end_after_a_hundred()
    {
        _desk.Service.DefaultTaskDuration = TimeSpan.Zero;
        var instance = await RunAsync(Definition.Of("x", ["a: exit 1"]).WithTasks("retryLimit", int.MaxValue));
        Assert.Equal(101, (int)(await _desk.TaskInstanceAsync(instance, "a"))["runNum"]!);
    }

    [Theory]
    [InlineData(10, "SUCCESS", "")]
    [InlineData(9, "TIMEOUT", "timeout after 9 s\n")]
    [InlineData(0, "SUCCESS", "")]
    public async Task A_task_has_until_its_timeout(int timeout, string status, string lastLine)
    {
        var instance = await RunAsync(Definition.Of("x", ["a: sleep 10"]).WithTasks("timeout", timeout));
        _desk.Pass(11);
        var task = await _desk.TaskInstanceAsync(instance, "a");
        Assert.Equal((status, status == "TIMEOUT"), ((string)task["stsDesc"]!, (bool)task["isTimeout"]!));
        Assert.Equal(status == "TIMEOUT" ? "FAIL" : "SUCCESS", await _desk.StatusAsync(instance));
        Assert.EndsWith(lastLine, await _desk.LogAsync(instance, "a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 3", "3", "SUCCESS")]
    [InlineData("exit 0", "3", "FAIL")]
    [InlineData("", "0", "SUCCESS")]
    public async Task The_success_code_decides(string command, string successCode, string status)
    {
        var definition = Definition.Of("x", ["a: " + command]);
        definition["tasks"]![0]!["successCode"] = successCode;
        var instance = await RunAsync(definition);
        _desk.Pass(2);
        Assert.Equal(status, await _desk.StatusAsync(instance));
    }

    [Fact]
    public async Task Tasks_in_a_circle_end_the_run_with_an_error_of_the_service()
    {
        var instance = await RunAsync(Definition.Of("x", ["a", "b"], "a>b", "b>a"));
        Assert.Equal(("INTERNAL_ERROR", "a NONE, b NONE"),
            (await _desk.StatusAsync(instance), await _desk.TasksAsync(instance)));
    }

    [Fact]
    public async Task A_clock_set_back_takes_nothing_back_and_holds_nothing_up()
    {
        _desk.Service.Clock.Advance(TimeSpan.FromDays(1));
        var later = await _desk.TriggerAsync(2924);
        _desk.Pass(2);
        Assert.Equal("SUCCESS", await _desk.StatusAsync(later));
        _desk.Service.Clock.Set(_desk.Machine.GetUtcNow());
        Assert.Equal("SUCCESS", await _desk.StatusAsync(later));
        var now = await _desk.TriggerAsync(2924);
        _desk.Pass(2);
        Assert.Equal("SUCCESS", await _desk.StatusAsync(now));
    }

    [Fact]
    public async Task A_large_graph_runs_through_in_one_jump()
    {
        const int tasks = 5000;
        var instance = await RunAsync(Definition.Of(
            "x", [.. Enumerable.Range(0, tasks).Select(i => $"t{i}")],
            [.. Enumerable.Range(1, tasks - 1).Select(i => $"t{i - 1}>t{i}")]));
        _desk.Pass(2 * tasks);
        Assert.Equal("SUCCESS", await _desk.StatusAsync(instance));
    }
}
