using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What is over at once.</summary>
internal static class AtOnce
{
    /// <summary>Benchmarks measure how fast it is: tests share their machine, and what waits takes longer.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>The median counts: a machine may be slow for once, and what waits is slow every time.</summary>
    public static void Verify(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        Assert.InRange(sorted[sorted.Count / 2], TimeSpan.Zero, Limit);
    }
}
