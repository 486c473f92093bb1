using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Diagnosis;

namespace BatchFlows.Procedures.Tests;

/// <summary>A run of the 20th waits for a flow whose last run was on the 2nd.</summary>
public class RunUpstreamTests
{
    private const int NotAllowed = 62103;

    [Fact]
    public async Task A_flow_that_may_not_be_read_is_told_by_its_runs()
    {
        var (problems, _) = await ProblemsAsync(Reply.Refusal(NotAllowed), status: -1);

        Assert.Equal("'source', which failed (2-1)", problems.Single());
    }

    [Fact]
    public async Task A_monthly_flow_is_looked_for_in_its_month()
    {
        var (problems, begin) = await ProblemsAsync("""{"flowId":2,"cycle":"M","graph":"{}"}""", status: 1);

        Assert.Empty(problems);
        Assert.Equal(new DateTime(2026, 1, 1), begin);
    }

    [Fact]
    public async Task A_daily_flow_is_looked_for_in_the_window()
    {
        var (_, begin) = await ProblemsAsync("""{"flowId":2,"cycle":"D","graph":"{}"}""", status: 1);

        Assert.Equal(new DateTime(2026, 1, 13, 2, 1, 0), begin);
    }

    private static async Task<(string[] Problems, DateTime Begin)> ProblemsAsync(object flow, int status)
    {
        List<DateTime> searches = [];
        using var connection = Connect.To(
            StubGateway.ByAction(
                ("get", call => (string?)call["flowInstId"] is null ? flow : Waiting()),
                ("search", call => Search(call))),
            new TestClock(), retries: 0);
        var client = new FlowClient(connection);
        var run = await client.GetFlowInstanceAsync("1-9", TestContext.Current.CancellationToken);
        var problems = await new RunUpstream(client, TimeSpan.FromDays(7))
            .ProblemsAsync(run, flow: null, TestContext.Current.CancellationToken);
        return ([.. problems.Select(problem => $"{problem}")], searches[0]);

        object Search(JsonNode call)
        {
            searches.Add(DateTimeOffset.FromUnixTimeMilliseconds((long)call["fromTriggerTime"]!)
                .ToOffset(TimeSpan.FromHours(8)).DateTime);
            return $$"""
                {"flowInsts":[{"instanceId":"2-1","flowId":2,"status":{{status}},"triggerTime":"2026-01-02 02:00:00"}],"count":1}
                """;
        }
    }

    private static string Waiting() => JsonSerializer.Serialize(new
    {
        instanceId = "1-9",
        flowId = 1,
        status = 5,
        triggerTime = "2026-01-20 02:00:00",
        graph = new
        {
            tasks = new[] { new { taskName = "t", nodeId = "n" } },
            flows = new[] { new { flowId = "2", flowName = "source", nodeId = "f_2", isVirtual = false } },
        },
    });
}
