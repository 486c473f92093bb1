using System;
using System.Collections.Generic;

namespace BatchFlows.Sandbox;

/// <summary>
/// All runs in the order of their trigger times, so that a window of them is found without looking at all.
/// </summary>
internal sealed class RunIndex
{
    private static readonly IComparer<FlowRun> Order = Comparer<FlowRun>.Create((one, other) =>
        one.TriggerTime != other.TriggerTime ? one.TriggerTime.CompareTo(other.TriggerTime)
        : one.FlowId != other.FlowId ? one.FlowId.CompareTo(other.FlowId)
        : one.Number.CompareTo(other.Number));

    private readonly List<FlowRun> _runs;

    public RunIndex(IEnumerable<FlowRun> runs)
    {
        _runs = [.. runs];
        _runs.Sort(Order);
    }

    public void Add(FlowRun run) => _runs.Insert(~_runs.BinarySearch(run, Order), run);

    /// <summary>
    /// The runs of a window. Those of one trigger time are in the order of their flows' ids, either way.
    /// </summary>
    public IEnumerable<FlowRun> Between(DateTimeOffset from, DateTimeOffset before, bool isDescending)
    {
        var (first, end) = (Place(from), Place(before));
        if (!isDescending)
        {
            for (var i = first; i < end; i++) yield return _runs[i];
            yield break;
        }

        while (end > first)
        {
            var start = end - 1;
            while (start > first && _runs[start - 1].TriggerTime == _runs[start].TriggerTime) start--;
            for (var i = start; i < end; i++) yield return _runs[i];
            end = start;
        }
    }

    /// <summary>How many runs are before a moment.</summary>
    private int Place(DateTimeOffset moment)
    {
        var (low, high) = (0, _runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_runs[middle].TriggerTime < moment) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
