using System;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Tests;

/// <summary>Calls against an answer that is written in the test: its data, in the envelope.</summary>
internal static class Served
{
    public static async Task<T> CallAsync<T>(string data, Func<FlowClient, Task<T>> call)
    {
        using var connection = Connect.To(new StubGateway(Reply.Data(data), Reply.Zone));
        return await call(new FlowClient(connection));
    }
}
