using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using BatchFlows.Client;
using BatchFlows.Client.Network;

namespace BatchFlows.Benchmarks;

/// <summary>Calls one after the other: through the client, and through the pipeline.</summary>
internal static class CallCases
{
    private const int Calls = 300;

    public static IEnumerable<Row> Measure(Pairs pairs, int piped)
    {
        using var gateway = new GatewayProcess(GatewayProcess.Canned);
        using var bare = new BareClient(gateway.Address);
        using var connection = Ours(gateway.Address, transport: null);
        var client = new FlowClient(connection);
        yield return pairs.ForShortWork.CompareTimes(
            "client calls on loopback, steady", 1.15, () => Call(client, Calls), () => bare.Export(Calls));

        using var runspace = Module.OpenConnected(gateway.Address);
        yield return pairs.ForShortWork.CompareTimes(
            "piped exports, throttle 1", 1.3, () =>
                runspace.Run($"1..{piped} | Export-BatchFlow -ThrottleLimit 1"), () => bare.Export(piped));

        using var transport = new CannedTransport(Documents.Export(tasks: 2));
        using var bareInMemory = new BareClient(gateway.Address, transport);
        using var inMemory = Ours(gateway.Address, transport);
        var clientInMemory = new FlowClient(inMemory);
        yield return pairs.Compare(
            "allocated for each exported flow",
            "bytes",
            goal: 2,
            () => Allocated(() => Call(clientInMemory, Calls)) / Calls,
            () => Allocated(() => bareInMemory.Export(Calls)) / Calls);
    }

    /// <summary>A connection of the module's client.</summary>
    public static FlowConnection Ours(Uri gateway, HttpMessageHandler? transport)
    {
        using var secret = new NetworkCredential("", "secret-key").SecurePassword;
        return new FlowConnection(
            gateway, "o1", "u1", "access-key", secret, new FlowConnectionOptions { Transport = transport });
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
