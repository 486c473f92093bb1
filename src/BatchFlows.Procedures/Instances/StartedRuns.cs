using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace BatchFlows.Procedures.Instances;

/// <summary>
/// The starts that a connection has under way and the runs of answered starts: everything but a lost start that can
/// have made a run.
/// </summary>
internal sealed class StartedRuns
{
    private static readonly ConditionalWeakTable<FlowConnection, StartedRuns> All = new();
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10); // lost starts are looked for at once

    private readonly Dictionary<long, int> _underWay = [];
    private readonly HashSet<string> _known = [];
    private readonly Queue<(string Run, long At)> _order = new();

    public static StartedRuns Of(FlowConnection connection) => All.GetOrCreateValue(connection);

    public void Begin(long flowId)
    {
        lock (_underWay) _underWay[flowId] = CountOf(flowId) + 1;
    }

    public void End(long flowId)
    {
        lock (_underWay)
        {
            if (CountOf(flowId) > 1) _underWay[flowId]--;
            else _underWay.Remove(flowId);
        }
    }

    /// <summary>Keeps a run that the service returned for a start.</summary>
    public void Add(string run, TimeProvider clock)
    {
        lock (_underWay) Keep(run, clock);
    }

    /// <summary>Keeps a run as that of a start which was not answered, unless another start may have made it.</summary>
    public bool TryClaim(long flowId, string run, TimeProvider clock)
    {
        lock (_underWay) return CountOf(flowId) <= 1 && Keep(run, clock);
    }

    private int CountOf(long flowId) => _underWay.TryGetValue(flowId, out var count) ? count : 0;

    private bool Keep(string run, TimeProvider clock)
    {
        while (_order.Count > 0 && clock.GetElapsedTime(_order.Peek().At) > Memory) _known.Remove(_order.Dequeue().Run);
        if (!_known.Add(run)) return false;
        _order.Enqueue((run, clock.GetTimestamp()));
        return true;
    }
}
