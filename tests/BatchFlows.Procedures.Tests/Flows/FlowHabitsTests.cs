using System;
using System.Collections;
using System.Threading.Tasks;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Client;
using BatchFlows.Procedures.Flows;
using BatchFlows.Sandbox;

namespace BatchFlows.Procedures.Tests;

public class FlowHabitsTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task The_duration_is_the_median_of_successful_runs_alone()
    {
        var service = new SandboxService(_clock);
        service.PutFlow(
            9001,
            """{"name":"a","type":1,"tasks":[{"name":"t","cmd":"sleep ${s}; exit ${e}"}],"parameters":"[{\"key\":\"s\",\"value\":\"1\"},{\"key\":\"e\",\"value\":\"0\"}]"}""");
        using var connection = Connect.To(service, _clock);
        var client = new FlowClient(connection);
        foreach (var (seconds, code) in new[] { (10, 0), (30, 0), (20, 0), (500, 1), (900, 1) })
        {
            await client.UpdateAndTriggerFlowAsync(
                9001, new ParameterList(Array.Empty<object>()).With(new Hashtable { ["s"] = seconds, ["e"] = code }),
                _clock.GetUtcNow());
            _clock.Advance(TimeSpan.FromHours(1));
        }

        var habits = await ReadAsync(client, 9001);

        Assert.Equal(new FlowHabits(true, TimeSpan.FromSeconds(20)), habits);
    }

    [Fact]
    public async Task A_flow_without_runs_has_no_duration()
    {
        using var connection = Connect.To(new SandboxService(_clock), _clock);

        Assert.Equal(new FlowHabits(false, null), await ReadAsync(new FlowClient(connection), 3006));
    }

    private Task<FlowHabits> ReadAsync(FlowClient client, long flowId) =>
        FlowHabits.ReadAsync(client, new KnownFlow(new FlowDefinition(), flowId), _clock.GetUtcNow(), default);
}
