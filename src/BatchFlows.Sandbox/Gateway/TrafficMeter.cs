using System;

namespace BatchFlows.Sandbox;

/// <summary>Counts calls, and how many are being worked on at once.</summary>
internal sealed class TrafficMeter
{
    private readonly object _gate = new();
    private (long Count, int InFlight, int Peak) _now;

    public (long Count, int InFlight, int Peak) Now
    {
        get
        {
            lock (_gate) return _now;
        }
    }

    public void Enter()
    {
        lock (_gate) _now = (_now.Count + 1, _now.InFlight + 1, Math.Max(_now.Peak, _now.InFlight + 1));
    }

    public void Leave()
    {
        lock (_gate) _now.InFlight--;
    }

    public void Reset()
    {
        lock (_gate) _now = (0, _now.InFlight, _now.InFlight);
    }
}
