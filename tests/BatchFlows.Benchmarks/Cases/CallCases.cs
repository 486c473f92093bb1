using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;

namespace BatchFlows.Benchmarks;

/// <summary>Calls one after the other: through the client, and through the pipeline.</summary>
internal static class CallCases
{
    public static IEnumerable<Row> Measure(Pairs pairs, int calls)
    {
        using var gateway = new CannedGateway(Documents.Export(tasks: 2));
        using var bare = new BareClient(gateway.Address);
        using var connection = Ours(gateway.Address, transport: null);
        var client = new FlowClient(connection);
        yield return pairs.CompareTimes($"client call on loopback, steady ({calls:#,0})", 1.15, () => Call(client, calls), () => bare.Export(calls, atOnce: 1));

        using var runspace = Module.OpenConnected(gateway.Address);
        yield return pairs.CompareTimes(
            $"piped exports, throttle 1 ({calls:#,0})", 1.5, () => runspace.Run($"1..{calls} | Export-BatchFlow -ThrottleLimit 1"), () => bare.Export(calls, atOnce: 1));

        using var transport = new CannedTransport(Documents.Export(tasks: 2));
        using var bareInMemory = new BareClient(gateway.Address, transport);
        using var inMemory = Ours(gateway.Address, transport);
        var clientInMemory = new FlowClient(inMemory);
        yield return pairs.Compare(
            "allocated for each exported flow", "bytes", goal: null, () => Allocated(() => Call(clientInMemory, calls)) / calls, () => Allocated(() => bareInMemory.Export(calls, atOnce: 1)) / calls);
    }

    /// <summary>A connection of the module's client.</summary>
    public static FlowConnection Ours(Uri gateway, HttpMessageHandler? transport)
    {
        using var secret = new NetworkCredential("", "secret-key").SecurePassword;
        return new FlowConnection(gateway, "o1", "u1", "access-key", secret, new FlowConnectionOptions { Transport = transport });
    }

    private static void Call(FlowClient client, int calls)
    {
        CallAsync().GetAwaiter().GetResult();

        async System.Threading.Tasks.Task CallAsync()
        {
            for (var id = 1; id <= calls; id++) _ = (await client.ExportFlowAsync(id)).Tasks[0].TaskName;
        }
    }

    private static double Allocated(Action action)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        action();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
