using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Model.Settings;
using BatchFlows.Procedures.Flows;
using BatchFlows.Sandbox;

namespace BatchFlows.Procedures.Tests;

public class FlowEditorTests
{
    private const string OneTask = """{\"tasks\":[{\"taskId\":\"1\",\"taskName\":\"t\",\"nodeId\":\"t_1\"}]}""";
    private static readonly FlowChanges Changes = new() { [nameof(Flow.Cron)] = "new" };
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_change_is_saved_and_all_else_stays()
    {
        using var connection = Connect.To(new SandboxService(_clock), _clock);
        var client = new FlowClient(connection);
        var expected = await client.ExportFlowAsync(3001);
        expected.Cron = "0 0 5 * * ? *";

        var after = await ChangeAsync(client, 3001, new FlowChanges { [nameof(Flow.Cron)] = "0 0 5 * * ? *" });

        Assert.Equal((3001, "0 0 5 * * ? *"), (after.FlowId, after.Flow!.Cron));
        var actual = await client.ExportFlowAsync(3001);
        Assert.Equal(expected.Cron, actual.Cron);
        Assert.Equal(expected.Tasks.Select(task => task.ToJson()), actual.Tasks.Select(task => task.ToJson()));
        Assert.Equal(expected.Relations.Select(relation => relation.ToJson())
            .Order(), actual.Relations.Select(relation => relation.ToJson()).Order());
        Assert.Equal((expected.Owners, expected.Visitors, expected.Description),
            (actual.Owners, actual.Visitors, actual.Description));
    }

    [Fact]
    public async Task What_somebody_saves_meanwhile_is_not_overwritten()
    {
        var service = new SandboxService(_clock);
        using var inner = new HttpMessageInvoker(new SandboxHandler(service));
        using var others = Connect.To(service, _clock);
        using var connection = Connect.To(
            new StubGateway(async (call, cancellationToken) =>
            {
                var answer = await inner.SendAsync(call.Request, cancellationToken);
                if (call.Action == "loadForEdit")
                    await ChangeAsync(new FlowClient(others), 3001, new FlowChanges { [nameof(Flow.Cron)] = "theirs" });
                return answer;
            }),
            _clock);

        var failure = await Assert.ThrowsAnyAsync<FlowException>(
            () => ChangeAsync(new FlowClient(connection), 3001, Changes));

        Assert.Equal(FailureKind.FlowChangedMeanwhile, failure.Kind);
        Assert.Contains("admin saved it at ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(
            (1, "theirs"), (service.CallCounts["Save Flow"], (await new FlowClient(others).GetFlowAsync(3001)).Cron));
    }

    [Theory]
    [InlineData("no graph")]
    [InlineData("{}")]
    public async Task A_flow_whose_tasks_would_be_lost_is_not_saved(string graph)
    {
        var service = new StubGateway(call => call.Action switch
        {
            "get" => Answer(7, "old"),
            "loadForEdit" => Answer(8, "old", graph),
            _ => null,
        });

        var failure = await Assert.ThrowsAnyAsync<FlowException>(() => ChangeAsync(service));

        Assert.Equal((FailureKind.ResponseInvalid, 0), (failure.Kind, service.Count("save")));
    }

    [Theory]
    [InlineData(7, "7 new", 7)] // the flow's own ID
    [InlineData(8, "7 new; 8 new", 7)] // the temporary copy's, of which there still is one
    [InlineData(8, "7 new", 7)]
    [InlineData(8, "7 old; 8 new", 8)] // it has become the flow
    [InlineData(7, "7 old", 7)]
    [InlineData(8, "7 other 2; 8 new", 7)] // the service has its own way to write what was changed
    [InlineData(9, "7 new", 7)] // one that nobody knows
    [InlineData(9, "9 new", 9)] // the flow has moved there
    [InlineData(9, "7 old", 7)]
    public async Task The_flow_that_shows_the_change_is_given_whatever_id_was_answered(
        int answered, string flows, int expected)
    {
        var current = "7 old";
        var service = new StubGateway(call =>
        {
            if (call.Action == "loadForEdit") return Answer(8, "old");
            if (call.Action == "save")
            {
                current = flows;
                return $$"""{"flowId":{{answered}}}""";
            }

            var found = current.Split("; ").Select(flow => flow.Split(' '))
                .FirstOrDefault(flow => flow[0] == (string?)call.Arguments["flowId"]);
            return call.Action != "get" ? null
                : found is null ? Reply.Refusal(62102, "Workflow does not exist")
                : Answer(int.Parse(found[0]), found[1], day: found.ElementAtOrDefault(2) ?? "1");
        });

        Assert.Equal(expected, (await ChangeAsync(service)).FlowId);
    }

    [Fact]
    public async Task A_saved_flow_that_cannot_be_read_again_is_told_as_saved()
    {
        var gets = 0;
        var service = new StubGateway(call => call.Action switch
        {
            "get" => ++gets == 3 ? Reply.Refusal(62103, "no") : Answer(7, "old"),
            "loadForEdit" => Answer(8, "old"),
            "save" => """{"flowId":7}""",
            _ => null,
        });

        var edited = await ChangeAsync(service);

        Assert.Equal((7L, null, FailureKind.AccessDenied), (edited.FlowId, edited.Flow, edited.Unread!.Kind));
    }

    [Fact]
    public async Task What_somebody_saved_since_the_change_was_decided_on_is_not_overwritten()
    {
        using var connection = Connect.To(new SandboxService(_clock), _clock);
        var client = new FlowClient(connection);
        var seen = await client.GetFlowAsync(3001);
        await ChangeAsync(client, 3001, new FlowChanges { [nameof(Flow.Cron)] = "theirs" });

        var failure = await Assert.ThrowsAnyAsync<FlowException>(
            () => new FlowEditor(client).ChangeAsync(seen, Changes));

        Assert.Equal(
            (FailureKind.FlowChangedMeanwhile, "theirs"), (failure.Kind, (await client.GetFlowAsync(3001)).Cron));
    }

    [Fact]
    public async Task A_flow_whose_schedule_is_started_stays_so_whatever_its_copy_says()
    {
        var service = new StubGateway(call => call.Action switch
        {
            "get" => Answer(7, "old").Replace("\"flowName\"", "\"active\":1,\"flowName\"", StringComparison.Ordinal),
            "loadForEdit" =>
                Answer(8, "old").Replace("\"flowName\"", "\"active\":0,\"flowName\"", StringComparison.Ordinal),
            "save" => """{"flowId":7}""",
            _ => null,
        });

        await ChangeAsync(service);

        Assert.Contains(
            "\"active\":1", service.Calls.Single(call => call.Action == "save").Body, StringComparison.Ordinal);
    }

    private static string Answer(int id, string cron, string graph = OneTask, string day = "1") =>
        $$"""{"flowId":{{id}},"flowName":"f","freq":"{{cron}}","updateTime":"2026-01-0{{day}} 00:00:00.0","updateUser":"u","graph":"{{graph}}"}""";

    private static async Task<EditedFlow> ChangeAsync(FlowClient client, long flowId, FlowChanges changes) =>
        await new FlowEditor(client).ChangeAsync(await client.GetFlowAsync(flowId), changes, isWanted: true);

    private async Task<EditedFlow> ChangeAsync(HttpMessageHandler service)
    {
        using var connection = Connect.To(service, _clock);
        return await ChangeAsync(new FlowClient(connection), 7, Changes);
    }
}
