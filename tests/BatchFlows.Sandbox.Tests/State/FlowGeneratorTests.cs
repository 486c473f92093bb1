using System;
using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class FlowGeneratorTests
{
    private readonly Desk _desk = Desk.Fresh();

    private async Task<string[]> NamesAsync()
    {
        var flows = await _desk.DataAsync("Search Flow", Pages.Of(1, 1000).With("expression", "load_"));
        return [.. flows.AsArray().Select(flow => (string)flow!["flowName"]!)];
    }

    [Fact]
    public async Task Names_go_on_where_they_ended()
    {
        _desk.Service.AddFlows(2);
        _desk.Service.AddFlows(1);
        var names = await NamesAsync();
        Assert.Equal(["load_00001", "load_00002", "load_00003"], names);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Flows_have_as_many_tasks_as_were_asked_for_and_run(int tasks)
    {
        _desk.Service.AddFlows(1, tasks);
        Assert.Equal(tasks, (await _desk.GraphAsync(3101))["tasks"]!.AsArray().Count);
        if (tasks == 0) return;
        var instance = await _desk.TriggerAsync(3101);
        _desk.Pass(2 * tasks);
        Assert.Equal("SUCCESS", await _desk.StatusAsync(instance));
        Assert.Contains("load_00001 task_1\n", await _desk.LogAsync(instance, "task_1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_than_none_is_a_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _desk.Service.AddFlows(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _desk.Service.AddFlows(1, -1));
        Assert.Throws<ArgumentException>(() => _desk.Service.LockFlow(4711));
        Assert.Throws<ArgumentOutOfRangeException>(() => _desk.Service.DefaultTaskDuration = TimeSpan.FromTicks(-1));
    }
}
