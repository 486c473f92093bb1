using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Procedures.Directories;
using BatchFlows.Procedures.Flows;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Completion.Service;

/// <summary>
/// The objects of the service, as far as they are known within the time limit of one press of the Tab key.
/// </summary>
internal sealed class KnownService(CompletionCache cache, Stopwatch waiting)
{
    private const int MostWhole = 8; // each is a call
    private static readonly FlowType[] Types = [FlowType.Manual, FlowType.Periodic, FlowType.Temporary];

    /// <summary>Flows whose ID or name contains a word, on one page.</summary>
    public async Task<IReadOnlyList<FlowSummary>> FlowsAsync(string word)
    {
        var found = await cache.GetAsync(
            "flows " + word,
            async (client, stop) =>
                await FlowSearch.OfOrganization(client, word).NextAsync(stop).ConfigureAwait(false) ?? [],
            waiting).ConfigureAwait(false);
        for (var length = word.Length - 1; found is null && length >= 0; length--)
        {
            var shorter = word.Substring(0, length);
            found = cache.Known<IReadOnlyList<FlowSummary>>($"flows {shorter}");
        }

        return found ?? [];
    }

    /// <summary>The first of some flows, whole.</summary>
    public async Task<IReadOnlyList<Flow>> WholeFlowsAsync(IEnumerable<long> ids) => await WholeAsync(
        ids, id => cache.GetAsync(
            "flow " + id.ToString(CultureInfo.InvariantCulture), (client, stop) => client.GetFlowAsync(id, stop),
            waiting)).ConfigureAwait(false);

    /// <summary>Runs of the last week, the newest first.</summary>
    public async Task<IReadOnlyList<FlowInstance>> RunsAsync()
    {
        // Concurrently, because the service accepts one type per call.
        var found = await Task.WhenAll(Types.Select(type => cache.GetAsync(
            $"runs {type}",
            async (client, stop) =>
            {
                var now = DateTimeOffset.Now;
                var criteria = new InstanceCriteria(now.AddDays(-7), now.AddMinutes(1))
                {
                    Types = [type],
                    IsDescending = true,
                };
                return await new InstanceSearch(client, criteria).NextAsync(stop).ConfigureAwait(false) ?? [];
            },
            waiting))).ConfigureAwait(false);
        return [.. found.SelectMany(runs => runs ?? []).OrderByDescending(run => run.TriggerTime?.Value)];
    }

    /// <summary>The first of some runs, whole.</summary>
    public async Task<IReadOnlyList<FlowInstance>> WholeRunsAsync(IEnumerable<string> ids) => await WholeAsync(
        ids, id => cache.GetAsync(
            "run " + id, (client, stop) => client.GetFlowInstanceAsync(id, stop), waiting)).ConfigureAwait(false);

    public Task<DirectoryTree?> DirectoriesAsync() => cache.GetAsync("directories", DirectoryTrees.ListAsync, waiting);

    private static async Task<IReadOnlyList<T>> WholeAsync<TId, T>(IEnumerable<TId> ids, Func<TId, Task<T?>> get)
        where T : class
    {
        var found = await Task.WhenAll(ids.Take(MostWhole).Select(get)).ConfigureAwait(false);
        return [.. found.OfType<T>()];
    }
}
