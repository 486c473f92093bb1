using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Diagnosis;

namespace BatchFlows.Procedures.Tests;

public class RunDiagnoserTests
{
    [Fact]
    public async Task Earlier_runs_that_cannot_be_read_are_told_and_the_others_compared()
    {
        var found = await DiagnoseAsync(run => run == "1-3" ? Reply.Refusal(62109) : Run(run));

        Assert.Equal(("1-4", "t", 2, 2), (found.FlowInstanceId, found.TaskName, found.SeenBefore, found.FailuresCompared));
        Assert.Equal(["1-3"], found.FailuresNotRead);
    }

    [Fact]
    public async Task All_runs_are_compared_when_all_can_be_read()
    {
        var found = await DiagnoseAsync(Run);

        Assert.Equal((3, 3), (found.SeenBefore, found.FailuresCompared));
        Assert.Empty(found.FailuresNotRead);
    }

    [Theory]
    [InlineData(62103, "62103", 0)] // refused
    [InlineData(62109, "62109", 3)] // there is none, as of the others
    public async Task A_log_that_cannot_be_read_is_told_and_the_rest_is_there(int code, string why, int compared)
    {
        var found = await DiagnoseAsync(Run, Reply.Refusal(code));

        Assert.Equal(("t", compared, compared), (found.TaskName, found.SeenBefore, found.FailuresCompared));
        Assert.Contains(why, found.LogNotRead, StringComparison.Ordinal);
        Assert.Equal("Task 't' ended as Fail. Its log could not be read.", found.Cause);
        Assert.Equal("Start-BatchFlow 1 -FromTask t -Wait", found.NextStep);
        Assert.Empty(found.Log);
        Assert.Null((await DiagnoseAsync(Run)).LogNotRead);
    }

    /// <summary>The last of four runs that failed in the same way.</summary>
    private static async Task<RunDiagnosis> DiagnoseAsync(Func<string, object> answer, object? log = null)
    {
        using var connection = Connect.To(
            StubGateway.ByAction(
                ("get", Get),
                ("search", call => (int)call["type"]! == 1 ? Page() : """{"flowInsts":[],"count":0}"""),
                ("export", _ => Reply.Refusal(62102)),
                ("getLog", _ => log ?? "\"ERROR: no\"")),
            new TestClock(), retries: 0);
        var client = new FlowClient(connection);
        var run = await client.GetFlowInstanceAsync("1-4", TestContext.Current.CancellationToken);
        return await new RunDiagnoser(client, TimeSpan.FromDays(1), tail: 1)
            .DiagnoseAsync(run, backup: null, TestContext.Current.CancellationToken);

        object Get(JsonNode call) => (string?)call["flowInstId"] is { } id ? answer(id)
            : (string?)call["taskInstId"] is not null
                ? """{"instanceId":"t","taskName":"t","status":-1,"startTime":"2026-01-02 11:04:00"}"""
            : Reply.Refusal(62102);

        static string Page() =>
            $"{{\"flowInsts\":[{string.Join(",", Enumerable.Range(1, 4).Select(i => Run($"1-{i}")))}],\"count\":4}}";
    }

    private static string Run(string id) => JsonSerializer.Serialize(new
    {
        instanceId = id,
        flowId = 1,
        status = -1,
        triggerTime = $"2026-01-02 11:0{id[2]}:00",
        graph = new { tasks = new[] { new { taskName = "t", nodeId = "n", taskInstId = "t", status = "FAIL" } } },
    });
}
