using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Procedures.Tests;

public class FlowStarterTests
{
    private const string Flow = """
        {"flowId":7,"flowName":"f","parameters":"[{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"b\",\"value\":\"2\"}]",
        "graph":"{\"tasks\":[{\"taskId\":\"11\",\"taskName\":\"load\"},{\"taskId\":\"12\",\"taskName\":\"Load\"},{\"taskId\":\"13\",\"taskName\":\"11\"}]}"}
        """;

    private static readonly Func<HttpResponseMessage> Lost = Reply.Throw(new HttpRequestException("reset"));
    private readonly TestClock _clock = new();
    private readonly List<string> _warnings = [];

    [Fact]
    public async Task Without_a_time_a_run_starts_now_and_comes_as_the_service_describes_it()
    {
        var now = _clock.GetUtcNow();
        var (run, service) = await StartAsync(new FlowStart(7));

        Assert.Equal(("7-1", "f", InstanceStatus.Running), (run.FlowInstanceId, run.FlowName, run.Status));
        Assert.Equal(now.ToUnixTimeMilliseconds(), TriggerTime(service, "trigger"));
    }

    [Fact]
    public async Task A_run_that_the_service_does_not_know_yet_comes_with_its_ids()
    {
        var (run, _) = await StartAsync(new FlowStart(7), ("get", Reply.Refusal(62102, "none")));

        Assert.Equal(("7-1", 7, null), (run.FlowInstanceId, run.FlowId, run.Status));
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified)]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    public async Task A_business_date_is_that_of_the_day_before_the_trigger_in_the_servers_zone(DateTimeKind kind)
    {
        var businessDate = new DateTime(2025, 12, 31, 23, 0, 0, kind);

        var (_, service) = await StartAsync(new FlowStart(7) { BusinessDate = businessDate });

        Assert.Equal(new DateTimeOffset(2026, 1, 1, 11, 4, 5, TimeSpan.FromHours(8))
            .ToUnixTimeMilliseconds(), TriggerTime(service, "trigger"));
        Assert.Empty(_warnings);
    }

    [Fact]
    public async Task A_business_date_that_is_not_over_is_warned_of()
    {
        await StartAsync(new FlowStart(7) { BusinessDate = new DateTime(2026, 1, 2) });

        Assert.Contains("starts only at 2026-01-03 11:04 +08:00", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_business_date_in_a_zone_that_is_not_known_starts_nothing()
    {
        var service = Service(("getTimeZone", """{"timezone":"local"}"""));

        var failure = await Assert.ThrowsAnyAsync<FlowException>(
            () => StartAsync(service, new FlowStart(7) { BusinessDate = new DateTime(2026, 1, 1) }));

        Assert.Contains("'local'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, service.Count("trigger"));
    }

    [Fact]
    public async Task Parameters_are_merged_over_the_flows_own_and_unknown_ones_warned_of()
    {
        var (_, service) = await StartAsync(new FlowStart(7)
        {
            Parameters = new Hashtable { ["b"] = 3, ["c"] = "4" },
            AllowsUnknown = true,
        });

        var sent = JsonNode.Parse(Body(service, "updateAndTrigger"))!["parameters"];
        Assert.Equal(
            """[{"key":"a","value":"1"},{"key":"b","value":"3"},{"key":"c","value":"4"}]""", sent!.ToJsonString());
        Assert.Contains("has no parameter c. It has a, b.", Assert.Single(_warnings), StringComparison.Ordinal);
        Assert.Equal(0, service.Count("trigger"));
    }

    [Theory]
    [InlineData("load", 11)]
    [InlineData("Load", 12)]
    [InlineData("LOAD", 11)]
    [InlineData("11", 13)] // a name goes before an ID
    [InlineData("12", 12)]
    public async Task A_task_is_named_by_its_name_or_else_by_its_id(string given, int expected)
    {
        var (_, service) = await StartAsync(new FlowStart(7) { FromTask = given });

        Assert.Equal(expected, (int)JsonNode.Parse(Body(service, "triggerFromTask"))!["taskId"]!);
    }

    [Fact]
    public async Task A_task_that_is_not_there_starts_nothing_and_the_error_lists_what_there_is()
    {
        var service = Service();

        var failure = await Assert.ThrowsAnyAsync<FlowException>(
            () => StartAsync(service, new FlowStart(7) { FromTask = "x" }));

        Assert.Equal(FailureKind.TaskNotFound, failure.Kind);
        Assert.Contains("has no task 'x'. It has load, Load, 11.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Calls, call => call.Action.StartsWith("trigger", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(5, 1)]
    [InlineData(9, 2)]
    public async Task A_run_whose_start_was_not_answered_is_looked_for_and_not_started_again(
        int foundAtLook, int pauses)
    {
        var looks = 0;
        var service = Service(
            ("trigger", Lost),
            ("getTimeZone", """{"timezone":"GMT+8"}"""),
            ("getCurrentTime", "1767323045000"),
            ("search", () => ++looks == foundAtLook
                ? """{"flowInsts":[{"instanceId":"17-9","flowId":17},{"instanceId":"7-9","flowId":7,"timestamp":"2026-01-02 11:04:05.0"}],"count":2}"""
                : """{"flowInsts":[],"count":0}"""));
        var told = new List<string>();

        var run = await StartAsync(service, new FlowStart(7), told);

        Assert.Equal(("7-9", 1, foundAtLook), (run.FlowInstanceId, service.Count("trigger"), looks));
        Assert.Equal(pauses, _clock.Waits.Count(wait => wait == TimeSpan.FromSeconds(1)));
        Assert.Contains("The run 7-9 is there.", Assert.Single(told), StringComparison.Ordinal);
        var query = JsonNode.Parse(Body(service, "search"))!;
        Assert.Equal((DateTimeOffset.Parse("2026-01-02T03:04:00Z").ToUnixTimeMilliseconds(), "7"),
            ((long)query["fromTriggerTime"]!, (string)query["expression"]!));
        Assert.Equal(60_000, (long)query["toTriggerTime"]! - (long)query["fromTriggerTime"]!);
    }

    [Theory]
    [InlineData("""{"flowInsts":[],"count":0}""", 9, "No run of flow 7 at 2026-01-02 03:04 UTC is listed so far.")]
    [InlineData(null, 1, "Whether there is such a run could not be found out.")]
    public async Task A_run_that_is_not_found_is_an_unknown_outcome(string? listed, int looks, string said)
    {
        var service = Service(
            ("trigger", Lost), ("search", listed is null ? Reply.Refusal(62103, "User has no privilege.") : listed));

        var failure = await Assert.ThrowsAnyAsync<FlowServiceException>(() => StartAsync(service, new FlowStart(7)));

        Assert.Equal((FailureKind.OutcomeUnknown, "Trigger Flow", 1, looks),
            (failure.Kind, failure.Operation, service.Count("trigger"), service.Count("search")));
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(failure.Remedy, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-02 11:03:55.0", "GMT+8", 1767323045000)] // created before the start was sent
    [InlineData("2026-01-02 11:04:05.0", "GMT+8", 1767323105000)] // the server's clock is a minute ahead: before, too
    [InlineData("2026-01-02 11:04:05.0", "somewhere", 1767323045000)] // when it was created is not known
    [InlineData("", "GMT+8", 1767323045000)]
    public async Task A_run_that_was_there_before_is_not_taken_for_the_lost_one(
        string created, string zone, long serverTime)
    {
        var service = Service(
            ("trigger", Lost),
            ("getTimeZone", $$"""{"timezone":"{{zone}}"}"""),
            ("getCurrentTime", $"{serverTime}"),
            ("search", $$"""{"flowInsts":[{"instanceId":"7-9","flowId":7,"timestamp":"{{created}}"}],"count":1}"""));

        var failure = await Assert.ThrowsAnyAsync<FlowException>(() => StartAsync(service, new FlowStart(7)));

        Assert.Equal((FailureKind.OutcomeUnknown, 1), (failure.Kind, service.Count("trigger")));
        Assert.Contains("The run 7-9 of that minute exists", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-02 11:04:05.0", "9", true)]
    [InlineData("2026-01-02 11:04:05.0", "1", false)] // it was started with other values
    [InlineData("2026-01-02 11:04:04.0", "9", false)] // the second before
    public async Task A_run_is_that_of_a_lost_start_only_if_it_is_as_the_start_says(
        string created, string value, bool isFound)
    {
        var service = Service(
            ("updateAndTrigger", Lost),
            ("getTimeZone", """{"timezone":"GMT+8"}"""),
            ("getCurrentTime", "1767323045000"),
            (
                "get",
                $$"""{"instanceId":"7-9","parameters":"[{\"key\":\"a\",\"value\":\"{{value}}\"},{\"key\":\"b\",\"value\":\"2\"}]"}"""),
            ("search", $$"""{"flowInsts":[{"instanceId":"7-9","flowId":7,"timestamp":"{{created}}"}],"count":1}"""));

        var failure = await Record.ExceptionAsync(
            () => StartAsync(service, new FlowStart(7) { Parameters = new Hashtable { ["a"] = 9 } })) as FlowException;

        Assert.Equal(isFound ? null : FailureKind.OutcomeUnknown, failure?.Kind);
        Assert.Equal(1, service.Count("updateAndTrigger"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_run_that_another_start_made_or_may_have_made_is_not_that_of_a_lost_one(int lost)
    {
        var starts = 0;
        var service = Service(
            ("trigger", () => ++starts > 2 - lost
                ? throw new HttpRequestException("reset")
                : """{"flowInstanceId":"7-9"}"""),
            ("getTimeZone", """{"timezone":"GMT+8"}"""),
            ("getCurrentTime", "1767323045000"),
            ("search",
                """{"flowInsts":[{"instanceId":"7-9","flowId":7,"timestamp":"2026-01-02 11:04:05.0"}],"count":1}"""));
        using var connection = Connect.To(service, _clock);
        connection.Dialect.InstancePages.First = 1;
        var starter = new FlowStarter(new FlowClient(connection));

        var first = await Record.ExceptionAsync(() => starter.StartAsync(new StartPlan(7, null, [])));
        var second = await Assert.ThrowsAnyAsync<FlowException>(() => starter.StartAsync(new StartPlan(7, null, [])));

        Assert.Null(first);
        Assert.Equal(FailureKind.OutcomeUnknown, second.Kind);
        Assert.Contains("another start may have made it", second.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_start_is_not_looked_for()
    {
        var service = Service(("trigger", Reply.Refusal(62104, "no task")));

        await Assert.ThrowsAnyAsync<FlowException>(() => StartAsync(service, new FlowStart(7)));

        Assert.Equal(0, service.Count("search"));
    }

    private static StubGateway Service(params (string Action, object Answer)[] answers)
    {
        var isTriggered = false;
        return new StubGateway(call =>
        {
            var action = call.Action;
            var isStart = action.StartsWith("trigger", StringComparison.Ordinal) || action == "updateAndTrigger";
            isTriggered |= isStart;
            if (answers.FirstOrDefault(answer => answer.Action == action && (action != "get" || isTriggered)).Answer is
                { } given)
                return given is Func<string> next ? next() : given;
            return isStart ? """{"flowInstanceId":"7-1"}"""
                : action != "get" ? null
                : isTriggered ? """{"flowId":7,"flowName":"f","status":2}""" : Flow;
        });
    }

    private static string Body(StubGateway service, string action) =>
        service.Calls.First(call => call.Action == action).Body;

    private static long TriggerTime(StubGateway service, string action) =>
        (long)JsonNode.Parse(Body(service, action))!["triggerTime"]!;

    private async Task<(FlowInstance Run, StubGateway Service)> StartAsync(
        FlowStart start, params (string Action, object Answer)[] answers)
    {
        var service = Service(answers);
        return (await StartAsync(service, start), service);
    }

    private async Task<FlowInstance> StartAsync(StubGateway service, FlowStart start, List<string>? told = null)
    {
        using var connection = Connect.To(service, _clock);
        connection.Dialect.InstancePages.First = 1; // no look is for page 0
        var client = new FlowClient(connection);
        var plan = await new StartPlanner(client).PlanAsync(start);
        Assert.DoesNotContain(service.Calls, call => call.Action.Contains("rigger", StringComparison.Ordinal));
        _warnings.AddRange(plan.Warnings);
        return await new FlowStarter(client, (told ?? []).Add).StartAsync(plan);
    }
}
