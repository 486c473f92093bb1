using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using System.Web;

namespace BatchFlows.Tests;

/// <summary>
/// A service of functions: each makes the data of an answer of its action; one that throws a refusal answers with that
/// code.
/// </summary>
internal sealed class Functions(params (string Action, Func<JsonNode, string> Answer)[] functions) : HttpMessageHandler
{
    /// <summary>The calls that came: their actions, without those for the time zone.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public static Exception Refusal(int code) =>
        new InvalidOperationException(code.ToString(System.Globalization.CultureInfo.InvariantCulture));

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Answering.IsToken(request)) return Scripted.Json(Sample.Text("token-get.response"))();
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        var action = query["action"]!;
        if (action == "getTimeZone") return Scripted.Json(Sample.Text("get-timezone.response"))();
        Calls.Enqueue(action);
        var call = request.Content is null
            ? new JsonObject(
                query.AllKeys.Select(
                    key => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(key!, query[key])))
            : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken))!;
        try
        {
            return Scripted.Json(
                $$"""{"code":0,"msg":"OK","data":{{functions.Single(function => function.Action == action).Answer(call)}}}""")();
        }
        catch (InvalidOperationException refusal)
        {
            return Scripted.Json($$"""{"code":{{refusal.Message}},"msg":"no"}""")();
        }
    }
}
