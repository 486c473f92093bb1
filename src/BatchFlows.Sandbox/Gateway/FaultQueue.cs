using System;
using System.Collections.Generic;

namespace BatchFlows.Sandbox;

/// <summary>Faults that wait for the next calls, or the next of one operation; first in, first out.</summary>
internal sealed class FaultQueue
{
    private readonly List<(SandboxFault Fault, string? Operation)> _waiting = [];

    public void Add(SandboxFault fault, int count, string? operation = null)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, "At least one call has to go wrong.");
        lock (_waiting)
        {
            for (; count > 0; count--) _waiting.Add((fault, operation));
        }
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
            var fault = _waiting[index].Fault;
            _waiting.RemoveAt(index);
            return fault;
        }
    }
}
