using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Flows;
using BatchFlows.Procedures.Instances;
using CsCheck;

namespace BatchFlows.Procedures.Tests;

/// <summary>Every list that comes in pages, of services that cut, number, shift and repeat them as they like.</summary>
public class CompleteListTests
{
    private static readonly DateTimeOffset Before = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Name of the list, reads it, one item of it, and its page as the service writes it.</summary>
    public static TheoryData<string> Lists => ["flows", "runs"];

    private enum End
    {
        Empty,
        LastPage,
        Refusal, // of page 0
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public Task Lists_are_complete_whatever_size_and_number_pages_have(string list) =>
        Gen.Select(Gen.Int[0, 160], Gen.Int[2, 50], Gen.Int[0, 1], Gen.Enum<End>(), Gen.Bool).SampleAsync(
            async (count, size, first, end, isTwice) =>
            {
                var all = Enumerable.Range(1, count).ToArray();
                var last = Math.Max(0, (count - 1) / size);
                using var connection = Connect.To(ServiceOf(list, number =>
                {
                    var index = number - first;
                    if (index < 0 && end == End.Refusal) return null;
                    if (end == End.LastPage) index = Math.Min(index, last);
                    return all.Skip(Math.Max(0, index) * size).Take(size);
                }));

                foreach (var _ in Enumerable.Range(1, isTwice ? 2 : 1))
                    Assert.Equal(all, (await ReadAsync(list, connection)).Order());
            },
            iter: 60);

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task The_second_list_of_a_service_that_begins_with_page_0_is_in_order(string list)
    {
        var all = Enumerable.Range(1, 123).ToArray();
        using var connection = Connect.To(ServiceOf(list, number => all.Skip(number * 20).Take(20)));

        Assert.Equal([.. all.Skip(20), .. all.Take(20)], await ReadAsync(list, connection));
        Assert.Equal(all, await ReadAsync(list, connection));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public Task What_shifts_meanwhile_is_given_once_and_nothing_that_stays_is_lost(string list) =>
        Gen.Select(Gen.Int[1, 120], Gen.Int[3, 50], Gen.Int[0, 2].List[0, 10]).SampleAsync(
            async (count, size, shifts) =>
            {
                var items = new LinkedList<int>(Enumerable.Range(1, count));
                var news = count;
                var asked = 0;
                using var connection = Connect.To(ServiceOf(list, number =>
                {
                    // Fewer than a page has, and none after a look at the first one.
                    for (var i = 0; asked > 0 && asked <= shifts.Count && i < shifts[asked - 1]; i++)
                        items.AddFirst(++news);
                    asked++;
                    return number == 0 ? [] : items.Skip((number - 1) * size).Take(size).ToArray();
                }));

                var read = await ReadAsync(list, connection);

                Assert.Equal(read.Distinct(), read);
                Assert.Empty(Enumerable.Range(1, count).Except(read));
            },
            iter: 60);

    // Nobody can know it of flows, which the service does not count.
    [Fact]
    public Task Runs_that_stay_are_listed_or_the_list_says_that_it_is_incomplete_when_others_go() =>
        Gen.Select(Gen.Int[1, 120], Gen.Int[1, 50], Gen.Int[0, 3].List[0, 10]).SampleAsync(
            async (count, size, gone) =>
            {
                var items = new LinkedList<int>(Enumerable.Range(1, count));
                var asked = 0;
                using var connection = Connect.To(ServiceOf(
                    "runs",
                    number =>
                    {
                        for (var i = 0; asked > 0 && asked <= gone.Count && i < gone[asked - 1] && items.Count > 0; i++)
                            items.RemoveFirst();
                        asked++;
                        return number == 0 ? [] : items.Skip((number - 1) * size).Take(size).ToArray();
                    },
                    () => items.Count));
                var runs = SearchOf(new FlowClient(connection));

                var read = (await runs.AllAsync()).Select(run => int.Parse(run.FlowInstanceId!)).ToList();

                Assert.Equal(read.Distinct(), read);
                Assert.True(runs.IsIncomplete || !items.Except(read).Any());
            },
            iter: 200);

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_page_that_repeats_for_ever_ends_the_list_which_says_so(string list)
    {
        var asked = 0;
        using var connection = Connect.To(ServiceOf(list, _ =>
        {
            asked++;
            return Enumerable.Range(1, 20);
        }));

        Assert.Equal(Enumerable.Range(1, 20), await ReadAsync(list, connection, isIncomplete: true));
        Assert.Equal(3, asked); // twice for the list, once for a page before the first
    }

    private static StubGateway ServiceOf(string list, Func<int, IEnumerable<int>?> page, Func<int>? count = null) =>
        StubGateway.ByAction(("search", call =>
        {
            var found = page((int)call["pagination"]!["pageNo"]!)?.Select(id => list == "flows"
                ? new JsonObject { ["flowId"] = $"{id}", ["flowName"] = $"f{id}" }
                : new JsonObject { ["instanceId"] = $"{id}", ["triggerTime"] = "2026-01-01 12:00:00" });
            return found is null ? Reply.Refusal(62102)
                : list == "flows" ? new JsonArray([.. found]).ToJsonString()
                : new JsonObject { ["flowInsts"] = new JsonArray([.. found]), ["count"] = count?.Invoke() }
                    .ToJsonString();
        }
    ));

    private static async Task<List<int>> ReadAsync(
        string list, FlowConnection connection, bool isIncomplete = false)
    {
        var client = new FlowClient(connection);
        var read = new List<int>();
        if (list == "flows")
        {
            var flows = FlowSearch.OfOrganization(client);
            while (await flows.NextAsync(default) is { } page) read.AddRange(page.Select(flow => (int)flow.FlowId!));
            if (isIncomplete) Assert.True(flows.IsIncomplete);
        }
        else
        {
            var runs = SearchOf(client);
            read.AddRange((await runs.AllAsync()).Select(run => int.Parse(run.FlowInstanceId!)));
            if (isIncomplete) Assert.True(runs.IsIncomplete);
        }

        return read;
    }

    private static InstanceSearch SearchOf(FlowClient client) =>
        new(client, new(Before.AddDays(-1), Before) { Types = [FlowType.Periodic] });
}
