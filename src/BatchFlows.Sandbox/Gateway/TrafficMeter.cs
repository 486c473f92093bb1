using System;
using System.Collections.Generic;

namespace BatchFlows.Sandbox;

/// <summary>Counts calls, in all and by operation, and how many are being worked on at once.</summary>
internal sealed class TrafficMeter
{
    private readonly object _gate = new();
    private readonly Dictionary<string, long> _counts = [];
    private (long Count, int InFlight, int Peak) _now;

    public (long Count, int InFlight, int Peak) Now
    {
        get
        {
            lock (_gate) return _now;
        }
    }

    public IReadOnlyDictionary<string, long> Counts
    {
        get
        {
            lock (_gate) return new Dictionary<string, long>(_counts);
        }
    }

    public void Enter(string? operation = null)
    {
        lock (_gate)
        {
            _now = (_now.Count + 1, _now.InFlight + 1, Math.Max(_now.Peak, _now.InFlight + 1));
            if (operation is not null)
                _counts[operation] = _counts.TryGetValue(operation, out var count) ? count + 1 : 1;
        }
    }

    public void Leave()
    {
        lock (_gate) _now.InFlight--;
    }

    public void Reset()
    {
        lock (_gate)
        {
            _now = (0, _now.InFlight, _now.InFlight);
            _counts.Clear();
        }
    }
}
