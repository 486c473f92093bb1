using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Client.Requests;
using BatchFlows.Procedures.Flows;
using BatchFlows.Procedures.Instances;
using BatchFlows.Sandbox;
using CsCheck;

namespace BatchFlows.Procedures.Tests;

/// <summary>Every list that comes in pages, of a sandbox whose pages go wrong.</summary>
public class FaultyPagesTests
{
    private const int Count = 120; // three pages
    private const long FlowId = 3001;

    // A list does not mind this one.
    private const SandboxFault NoFault = SandboxFault.WrongContentType;

    private static readonly DateTimeOffset FirstRun = TestClock.Start.AddDays(-30);
    private static readonly Task<byte[]> State = MakeStateAsync();

    private static readonly SandboxFault[] Kinds =
        [NoFault, SandboxFault.PageAfterAddition, SandboxFault.PageAfterDeletion];

    private static readonly Gen<SandboxFault[]> Shifts =
        Gen.Int[0, 2].Select(kind => Kinds[kind]).Array[4];

    private static string[] FlowLists => ["flows", "flows by name", "flows, the oldest first"];

    private static string[] RunLists => ["runs", "runs by name", "runs of a flow", "runs, the last first"];

    public static TheoryData<string> Lists => [.. FlowLists.Concat(RunLists)];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Pages_that_are_cut_make_a_whole_list(string list)
    {
        using var service = await FaultyService.OpenAsync();
        var whole = await service.ReadAsync(list, []);

        var read = await service.ReadAsync(list, [.. Enumerable.Repeat(SandboxFault.CutPage, 20)]);

        Assert.InRange(whole.Items.Count, Count, int.MaxValue);
        Assert.Equal(whole.Items, read.Items);
        Assert.False(read.IsIncomplete);
    }

    // The service does not tell how many flows there are, so nobody can know which of them a deletion hides.
    [Theory]
    [MemberData(nameof(Lists))]
    public async Task What_shifts_comes_once_and_no_more_is_hidden_than_went_and_a_list_of_runs_says_so(string list)
    {
        using var service = await FaultyService.OpenAsync();
        var whole = await service.ReadAsync(list, []);

        await Shifts.SampleAsync(async shifts =>
        {
            var read = await service.ReadAsync(list, shifts);

            Assert.Equal(Expected(shifts, whole.Items.Count), read.Items.Count);
            Assert.Equal(read.Items.Distinct(), read.Items);
            Assert.Equal(read.Items.Count < whole.Items.Count && RunLists.Contains(list), read.IsIncomplete);
        }, iter: 20, threads: 1);
    }

    /// <summary>How many of the items are on any of the pages.</summary>
    private static int Expected(SandboxFault[] shifts, int count) => shifts.SelectMany((shift, page) =>
    {
        var moved = page == 0 ? 0 : shift switch
        {
            SandboxFault.PageAfterAddition => -1,
            SandboxFault.PageAfterDeletion => 1,
            _ => 0,
        };
        return Enumerable.Range((page * Page.LargestSize) + moved, Page.LargestSize);
    }).Where(index => index < count).Distinct().Count();

    private sealed class FaultyService : IDisposable
    {
        private readonly SandboxService _service;
        private readonly FlowConnection _connection;

        private FaultyService(byte[] state)
        {
            var clock = new TestClock();
            _service = new SandboxService(clock);
            _service.LoadState(new MemoryStream(state));
            _connection = Connect.To(_service, clock);
        }

        public static async Task<FaultyService> OpenAsync() => new(await State);

        /// <summary>Reads a list whose pages go wrong, each in its way.</summary>
        public Task<(List<string> Items, bool IsIncomplete)> ReadAsync(string list, SandboxFault[] faults)
        {
            var areFlows = FlowLists.Contains(list);
            foreach (var fault in faults)
                _service.InjectFault(fault, operation: areFlows ? "Search Flow" : "List Flow Instances");
            return areFlows ? ReadFlowsAsync(list) : ReadRunsAsync(list);
        }

        public void Dispose() => _connection.Dispose();

        private async Task<(List<string> Items, bool IsIncomplete)> ReadFlowsAsync(string list)
        {
            var flows = FlowSearch.OfOrganization(
                new FlowClient(_connection),
                list == "flows by name" ? "load_" : null,
                list == "flows, the oldest first" ? new Sorter("createTime", IsDescending: false) : null);
            var items = new List<string>();
            while (await flows.NextAsync(default) is { } page) items.AddRange(page.Select(flow => $"{flow.FlowId}"));
            return (items, flows.IsIncomplete);
        }

        private async Task<(List<string> Items, bool IsIncomplete)> ReadRunsAsync(string list)
        {
            var runs = new InstanceSearch(new FlowClient(_connection), new(FirstRun, FirstRun.AddDays(1))
            {
                Types = [FlowType.Periodic],
                NameParts = list == "runs by name" ? ["meter"] : [],
                FlowId = list == "runs of a flow" ? FlowId : null,
                IsDescending = list == "runs, the last first",
            });
            var items = await runs.AllAsync();
            return ([.. items.Select(run => run.FlowInstanceId!)], runs.IsIncomplete);
        }
    }

    private static async Task<byte[]> MakeStateAsync()
    {
        var clock = new TestClock();
        var service = new SandboxService(clock);
        service.AddFlows(Count);
        using var connection = Connect.To(service, clock);
        var client = new FlowClient(connection);
        foreach (var minute in Enumerable.Range(0, Count))
            await client.TriggerFlowAsync(FlowId, FirstRun.AddMinutes(minute));
        using var state = new MemoryStream();
        service.SaveState(state);
        return state.ToArray();
    }
}
