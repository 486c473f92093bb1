using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Threading;

namespace BatchFlows.Benchmarks;

/// <summary>
/// What a process holds after many calls of several runspaces through one connection: no more than after the first of
/// them.
/// </summary>
internal static class SoakCase
{
    private const int Runspaces = 8;
    private const int Rounds = 10;
    private const int Settled = 2; // rounds until pools and caches are full

    public static IEnumerable<Row> Measure(int calls)
    {
        using var gateway = new GatewayProcess(GatewayProcess.Canned);
        using var first = Module.OpenConnected(gateway.Address);
        first.Run("$connection = Get-BatchFlowConnection");
        var connection = first.SessionStateProxy.GetVariable("connection");
        Runspace[] runspaces = [first, .. Enumerable.Range(1, Runspaces - 1).Select(_ => OpenShared(connection))];
        var held = new List<(double Memory, double Handles, double Threads)>();
        for (var round = 0; round < Rounds; round++)
        {
            var threads = runspaces.Select(runspace => new Thread(
                () => runspace.Run(
                    $"1..{calls / Rounds / Runspaces} | Export-BatchFlow -Connection $connection -ThrottleLimit 4 | "
                        + "Out-Null"))).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            held.Add(Held());
        }

        foreach (var runspace in runspaces.Skip(1)) runspace.Dispose();
        var (early, last) = (held[Settled - 1], held[^1]);
        var floor = $"floor: after {calls / Rounds * Settled:#,0}";
        yield return RowOf($"{calls:#,0} calls of {Runspaces} runspaces through one connection: memory ({floor})", "MB",
            last.Memory, early.Memory, 1.1);
        yield return RowOf($"the same: handles ({floor})", "handles", last.Handles, early.Handles, 1.1);
        // The runtime takes some more threads and gives them back as it likes.
        yield return RowOf($"the same: threads ({floor})", "threads", last.Threads, early.Threads, 1.25);
    }

    private static Runspace OpenShared(object connection)
    {
        var runspace = Module.OpenRunspace();
        runspace.Run($"Import-Module '{Module.Manifest}'");
        runspace.SessionStateProxy.SetVariable("connection", connection);
        return runspace;
    }

    private static Row RowOf(string name, string unit, double last, double early, double goal) =>
        new(name, last, early, unit, last / early, goal);

    private static (double Memory, double Handles, double Threads) Held()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return (
            GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024, process.HandleCount, process.Threads.Count);
    }
}
