using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Tests;

/// <summary>A service that answers each call by its action: with data, or with the whole response.</summary>
internal sealed class ByAction(Func<string, string, object> answer) : HttpMessageHandler
{
    /// <summary>Action and body of each call.</summary>
    public ConcurrentQueue<(string Action, string Body)> Calls { get; } = new();

    public int Count(string action) => Calls.Count(call => call.Action == action);

    public static HttpResponseMessage Refusal(int code, string message) =>
        Scripted.Json($$"""{"code":{{code}},"msg":"{{message}}","data":null}""")();

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Answering.IsToken(request)) return Scripted.Json(Sample.Text("token-get.response"))();
        var query = request.RequestUri!.Query.TrimStart('?').Split('&').Select(part => part.Split('='))
            .ToDictionary(part => part[0], part => part[1]);
        var action = query["action"];
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Calls.Enqueue((action, body));
        if (action == "getTimeZone" && answer(action, "") is "")
            return Scripted.Json(Sample.Text("get-timezone.response"))();
        return answer(action, query.TryGetValue("flowId", out var flowId) ? flowId : body) switch
        {
            Exception failure => throw failure,
            HttpResponseMessage response => response,
            var data => Scripted.Json($$"""{"code":0,"msg":"OK","data":{{data}}}""")(),
        };
    }
}
