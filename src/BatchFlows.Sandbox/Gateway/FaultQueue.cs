using System;
using System.Collections.Generic;

namespace BatchFlows.Sandbox;

/// <summary>Faults that wait for the next calls, or the next of one operation; first in, first out.</summary>
internal sealed class FaultQueue
{
    private readonly List<WaitingFault> _waiting = [];

    /// <summary>The faults that have not happened yet, in the order in which they were added.</summary>
    public IReadOnlyList<WaitingFault> Waiting
    {
        get
        {
            lock (_waiting) return _waiting.ToArray();
        }
    }

    public void Add(SandboxFault fault, int count, string? operation = null)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, "At least one call has to go wrong.");
        lock (_waiting) _waiting.Add(new(fault, count, operation));
    }

    public void Clear()
    {
        lock (_waiting) _waiting.Clear();
    }

    /// <summary>
    /// Takes the next fault, before any wait, so that calls meet the faults in the order of their arrival.
    /// </summary>
    public SandboxFault? Take(string? operation = null)
    {
        lock (_waiting)
        {
            var index = _waiting.FindIndex(waiting => waiting.Operation is null || waiting.Operation == operation);
            if (index < 0) return null;
            var next = _waiting[index];
            if (next.Count > 1) _waiting[index] = next with { Count = next.Count - 1 };
            else _waiting.RemoveAt(index);
            return next.Fault;
        }
    }
}
