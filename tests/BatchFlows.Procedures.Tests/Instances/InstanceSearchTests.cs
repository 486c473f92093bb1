using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Procedures.Tests;

public class InstanceSearchTests
{
    private static readonly DateTimeOffset After = new(2020, 7, 6, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Before = After.AddDays(1);
    private readonly List<JsonNode> _calls = [];
    private bool _isIncomplete;

    [Fact]
    public async Task It_asks_for_each_type_in_the_order_of_trigger_times()
    {
        var found = await FindAsync(new(After, Before), call => Page(Run($"{(int)call["type"]!}-1")));

        Assert.Equal(["0-1", "1-1", "2-1"], found);
        Assert.All(_calls, call => Assert.Equal(
            ("""[{"field":"triggerTime","order":"ASC"}]""", "", "", ""),
            (call["pagination"]!["sorters"]!.ToJsonString(), (string)call["status"]!, (string)call["owner"]!,
                (string)call["expression"]!)));
        Assert.All(
            _calls, call =>
                Assert.Equal(
                    (1593993600000, 1594080000000), ((long)call["fromTriggerTime"]!, (long)call["toTriggerTime"]!)));
    }

    [Fact]
    public async Task It_asks_for_each_owner_and_name_and_gives_a_run_once()
    {
        var criteria = new InstanceCriteria(After, Before)
        {
            Types = [FlowType.Manual, FlowType.Periodic, FlowType.Manual],
            Owners = ["anna", "jonas"],
            NameParts = ["etl_", "load"],
            Statuses = [InstanceStatus.Fail, InstanceStatus.Success],
            IsDescending = true,
        };

        var found = await FindAsync(
            criteria, call =>
                Page(Run($"{(int)call["type"]!}-1", name: "ETL_load"), Run($"{(int)call["type"]!}-2", name: "other")));

        Assert.Equal(["0-1", "1-1"], found);
        Assert.Equal(
            ["0 anna etl_", "0 anna load", "0 jonas etl_", "0 jonas load", "1 anna etl_", "1 anna load", "1 jonas etl_",
                "1 jonas load"],
            _calls.Select(call => $"{call["type"]} {call["owner"]} {call["expression"]}"));
        Assert.All(
            _calls, call =>
                Assert.Equal(("-1,1", "DESC"),
                    ((string)call["status"]!, (string)call["pagination"]!["sorters"]![0]!["order"]!)));
    }

    [Fact]
    public async Task A_name_of_wildcards_only_asks_for_all_and_once()
    {
        await FindAsync(new(After, Before) { Types = [FlowType.Manual], NameParts = ["etl_", ""] }, _ => Page());

        Assert.Equal("", (string)_calls.Single()["expression"]!);
    }

    [Fact]
    public async Task What_merely_contains_the_id_of_the_flow_is_left_out()
    {
        var found = await FindAsync(
            new(After, Before) { Types = [FlowType.Manual], FlowId = 3001 },
            _ => Page(
                Run("3001-1"), Run("13001-1", flowId: 13001), Run("5-30010101", flowId: 5, name: "copy of 3001")));

        Assert.Equal(["3001-1"], found);
        Assert.Equal("3001", (string)_calls.Single()["expression"]!);
    }

    [Fact]
    public async Task States_are_looked_at_again_and_the_window_is_left_to_the_service()
    {
        var found = await FindAsync(
            new(After, Before) { Types = [FlowType.Manual], Statuses = [InstanceStatus.Fail] },
            _ => Page(
                Run("in another zone", time: "2020-07-06 07:59:59"), // the server's zone is GMT+8
                Run("inside", time: "2020-07-06 08:00:00"),
                Run("unreadable", time: "yesterday"),
                Run("unknown", status: "SOMETHING_NEW"),
                Run("other", status: "RUNNING")));

        Assert.Equal(["in another zone", "inside", "unreadable", "unknown"], found);
    }

    [Fact]
    public async Task Pages_are_asked_for_one_at_a_time()
    {
        var gateway = StubGateway.ByAction(("search", call =>
        {
            _calls.Add(call);
            return Page([.. Enumerable.Range(1, 50).Select(i => Run($"{call["pagination"]!["pageNo"]}-{i}"))]);
        }
        ));
        using var connection = Connect.To(gateway);
        var search = new InstanceSearch(new FlowClient(connection), new(After, Before) { Types = [FlowType.Manual] });

        Assert.Equal(50, (await search.NextAsync())!.Count);
        Assert.Equal("2-1", (await search.NextAsync())![0].FlowInstanceId);
        Assert.Equal(2, _calls.Count);
    }

    [Theory]
    [InlineData(false, "0-1 2-1 1-1 2-2 0-2 1-2")]
    [InlineData(true, "1-2 0-2 2-2 1-1 2-1 0-1")]
    public async Task Runs_of_all_types_come_in_one_order_of_trigger_times(bool isDescending, string order)
    {
        var found = await FindAsync(new(After, Before) { IsDescending = isDescending }, call =>
        {
            JsonObject[] runs = (int)call["type"]! switch
            {
                0 => [Run("0-1", time: At(1)), Run("0-2", time: At(5))],
                1 => [Run("1-1", time: At(3)), Run("1-2", time: At(6))],
                _ => [Run("2-1", time: At(2)), Run("2-2", time: At(4))],
            };
            return Page([.. isDescending ? Enumerable.Reverse(runs) : runs]);
        });

        Assert.Equal(order, string.Join(' ', found));
    }

    [Fact]
    public async Task A_run_whose_time_cannot_be_read_holds_up_no_other()
    {
        var found = await FindAsync(
            new(After, Before) { Types = [FlowType.Manual, FlowType.Periodic] },
            call => (int)call["type"]! == 0
                ? Page(Run("0-1", time: At(2)), Run("0-2", time: At(4)))
                : Page(Run("1-1", time: "soon"), Run("1-2", time: At(3))));

        Assert.Equal(["1-1", "0-1", "1-2", "0-2"], found);
    }

    [Theory]
    [InlineData(false, "triggerTime trigger_time     ")] // a page of each type, another, and page 0
    [InlineData(true, "triggerTime trigger_time")]
    public async Task A_service_that_does_not_sort_by_trigger_time_lists_as_it_likes_unless_an_order_was_asked_for(
        bool isDescending, string sorters)
    {
        var refused = Reply.Sample("error-62102-sorter.response");
        var gateway = new StubGateway(refused, refused, Reply.Data(Page(Run("1-1"))));
        using var connection = Connect.To(gateway);
        var search = new InstanceSearch(new FlowClient(connection), new(After, Before)
        { Types = [FlowType.Manual, FlowType.Periodic], IsDescending = isDescending });

        var failure = await Record.ExceptionAsync(() => search.AllAsync()) as FlowServiceException;

        Assert.Equal(isDescending ? 62102 : null, failure?.Code);
        Assert.Equal(
            sorters, string.Join(' ', gateway.Bodies.Where(body => body != "")
                .Select(body => (string?)JsonNode.Parse(body)!["pagination"]!["sorters"]?[0]!["field"])));
    }

    [Fact]
    public async Task A_page_is_asked_for_when_the_one_before_is_used_up()
    {
        var gateway = StubGateway.ByAction(("search", call =>
        {
            _calls.Add(call);
            var (type, number) = ((int)call["type"]!, (int)call["pagination"]!["pageNo"]!);
            return Page(
                [.. Enumerable.Range(0, 50).Select(i => Run($"{type}-{number}-{i}", time: At(number * 2 + type)))]);
        }
        ));
        using var connection = Connect.To(gateway);
        var search = new InstanceSearch(
            new FlowClient(connection), new(After, Before) { Types = [FlowType.Manual, FlowType.Periodic] });

        Assert.Equal(50, (await search.NextAsync())!.Count);
        Assert.Equal(2, _calls.Count);
        Assert.Equal("1-1-0", (await search.NextAsync())![0].FlowInstanceId);
        Assert.Equal(["0 1", "1 1", "0 2"], _calls.Select(call => $"{call["type"]} {call["pagination"]!["pageNo"]}"));
    }

    [Theory]
    [InlineData(45)] // a service that gives 20 at once, whatever it is asked for
    [InlineData(20)] // one that counts what is on the page
    [InlineData(null)]
    public async Task A_short_page_is_not_the_last_one_whatever_the_service_counts(int? count)
    {
        var found = await FindAsync(
            new(After, Before) { Types = [FlowType.Manual] },
            call => Page(
                [.. Enumerable.Range(1, 45).Skip(((int)call["pagination"]!["pageNo"]! - 1) * 20).Take(20)
                    .Select(i => Run($"{i}"))], count),
            hasOnePage: false);

        Assert.Equal(Enumerable.Range(1, 45).Select(i => $"{i}"), found);
        Assert.Equal("1 2 3 4 0", string.Join(' ', _calls.Select(call => $"{call["pagination"]!["pageNo"]}")));
    }

    [Fact]
    public async Task A_count_that_is_never_reached_does_not_go_on_forever()
    {
        var criteria = new InstanceCriteria(After, Before) { Types = [FlowType.Manual] };

        var found = await FindAsync(criteria, _ => Page([Run("1")], 1000), hasOnePage: false);
        Assert.Equal(["1"], found);
        Assert.Equal("1 2 0", string.Join(' ', _calls.Select(call => $"{call["pagination"]!["pageNo"]}")));
        Assert.True(_isIncomplete);
    }

    private static JsonObject Run(string id, long flowId = 3001, string name = "f", string status = "FAIL",
        string time = "2020-07-06 20:00:00") => new()
        {
            ["instanceId"] = id,
            ["flowId"] = flowId,
            ["flowName"] = name,
            ["status"] = status,
            ["triggerTime"] = time,
        };

    private static string At(int hour) => $"2020-07-06 {hour:00}:00:00";

    private static string Page(params JsonObject[] runs) => Page(runs, runs.Length);

    private static string Page(JsonObject[] runs, int? count) =>
        new JsonObject { ["flowInsts"] = new JsonArray([.. runs]), ["count"] = count }.ToJsonString();

    /// <param name="hasOnePage">True when all other pages are empty, and are not of interest.</param>
    private async Task<string?[]> FindAsync(
        InstanceCriteria criteria, Func<JsonNode, string> answer, bool hasOnePage = true)
    {
        var gateway = StubGateway.ByAction(("search", call =>
        {
            if (hasOnePage && (int)call["pagination"]!["pageNo"]! != 1) return Page();
            _calls.Add(call);
            return answer(call);
        }
        ));
        using var connection = Connect.To(gateway);
        var search = new InstanceSearch(new FlowClient(connection), criteria);
        var found = await search.AllAsync();
        _isIncomplete = search.IsIncomplete;
        return [.. found.Select(run => run.FlowInstanceId)];
    }
}
