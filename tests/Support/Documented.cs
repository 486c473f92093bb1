using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Tests;

/// <summary>Calls an operation against its documented answer, and looks at what was sent.</summary>
internal static class Documented
{
    /// <summary>
    /// What the call gave, and the one request of it: <c>GET /flows?action=export&amp;flowId=2924</c>, without user and
    /// organisation, and its body.
    /// </summary>
    public static async Task<(T Result, string Sent, JsonNode? Body)> CallAsync<T>(
        string answer, Func<FlowClient, Task<T>> call)
    {
        var gateway = new StubGateway(Reply.Sample(answer), Reply.Zone);
        using var connection = Connect.To(gateway);
        var result = await call(new FlowClient(connection));
        var (request, body) = gateway.Calls.First();
        var query = request.RequestUri!.Query.TrimStart('?').Split('&')
            .Where(part => part is not ("userId=u15426865866571" or "orgId=o1578468179"));
        var path = request.RequestUri.AbsolutePath.Split("/v2.1")[1];
        return (result, $"{request.Method} {path}?{string.Join('&', query.Order(StringComparer.Ordinal))}",
            body.Length == 0 ? null : JsonNode.Parse(body));
    }

    public static async Task<(string Sent, JsonNode? Body)> CallAsync(string answer, Func<FlowClient, Task> call)
    {
        var (_, sent, body) = await CallAsync<object?>(answer, async client =>
        {
            await call(client);
            return null;
        });
        return (sent, body);
    }

    public static void AssertIs(string sample, JsonNode? body) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample.Text(sample)), body), body?.ToJsonString());
}
