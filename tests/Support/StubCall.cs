using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Web;

namespace BatchFlows.Tests;

/// <summary>A request that came to a <see cref="StubGateway"/>.</summary>
/// <param name="Request">The request.</param>
/// <param name="Body">Its body, which its sender disposes of; empty where there was none.</param>
internal sealed record StubCall(HttpRequestMessage Request, string Body)
{
    public bool IsToken { get; } = Request.RequestUri!.AbsolutePath.Contains("token", System.StringComparison.Ordinal);

    /// <summary>The action of a call of the service; empty where the query has none.</summary>
    public string Action => HttpUtility.ParseQueryString(Request.RequestUri!.Query)["action"] ?? "";

    /// <summary>The body, or the query where there is none.</summary>
    public JsonNode Arguments
    {
        get
        {
            if (Body.Length > 0) return JsonNode.Parse(Body)!;
            var query = HttpUtility.ParseQueryString(Request.RequestUri!.Query);
            return new JsonObject(
                query.AllKeys.Select(key => KeyValuePair.Create<string, JsonNode?>(key!, query[key])));
        }
    }
}
