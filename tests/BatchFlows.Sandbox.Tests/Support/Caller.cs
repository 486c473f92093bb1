using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

/// <summary>A client of the sandbox, written from the documents: it signs what it means, and then encodes it.</summary>
internal sealed class Caller(SandboxService service, TestClock clock)
{
    public const string AccessKey = "11111111-2222-3333-4444-555555555555";
    public const string SecretKey = "66666666-7777-8888-9999-000000000000";
    private const string Prefix = "/batch-processing-service/v2.1/";

    private long _lastTimestamp;

    public static (SandboxService Service, TestClock Clock, Caller Caller) Fresh()
    {
        var clock = new TestClock(ClockMode.Stands, TestClock.SandboxStart);
        var service = new SandboxService(clock);
        return (service, clock, new(service, clock));
    }

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static JsonNode? Json(SandboxResponse answer) => JsonNode.Parse(answer.Body);

    /// <summary>Milliseconds of the sandbox's clock, never the same twice.</summary>
    public long Timestamp() =>
        _lastTimestamp = Math.Max(_lastTimestamp + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());

    public JsonObject TokenBody(long? timestamp = null)
    {
        var digits = timestamp ?? Timestamp();
        return new()
        {
            ["appKey"] = AccessKey,
            ["encryption"] = Sha256(AccessKey + digits + SecretKey),
            ["timestamp"] = digits,
        };
    }

    public JsonObject RefreshBody(string token)
    {
        var body = TokenBody();
        body["accessToken"] = token;
        return body;
    }

    public Task<SandboxResponse> PostTokenAsync(string action, string body) => service.HandleAsync(
        new("POST", "/apim-token-service/v2.0/token/"
            + action, new Dictionary<string, string>(), Encoding.UTF8.GetBytes(body)));

    public async Task<JsonNode> TokenAnswerAsync(string action, JsonNode body) =>
        Json(await PostTokenAsync(action, body.ToJsonString()))!;

    public async Task<string> TokenAsync() =>
        (string)(await TokenAnswerAsync("get", TokenBody()))["data"]!["accessToken"]!;

    public SandboxRequest Sign(
        string token, string method, string collection, (string Name, string Value)[] query, string body = "",
        string? timestamp = null)
    {
        timestamp ??= Timestamp().ToString(CultureInfo.InvariantCulture);
        var parameters = string.Concat(
            query.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name + p.Value));
        var headers = new Dictionary<string, string>
        {
            ["apim-accesstoken"] = token,
            ["apim-signature"] = Sha256(token + parameters + body + timestamp + SecretKey),
            ["apim-timestamp"] = timestamp,
        };
        var target = string.Join(
            '&', query.Select(p => Uri.EscapeDataString(p.Name) + "=" + Uri.EscapeDataString(p.Value)));
        return new(method, Prefix + collection + "?" + target, headers, Encoding.UTF8.GetBytes(body));
    }

    public static (string Name, string Value)[] ExportQuery(string flowId) =>
        [("action", "export"), ("flowId", flowId), ("userId", "u15426865866571"), ("orgId", "o1578468179")];

    public SandboxRequest SignExport(string token, string flowId = "2924") =>
        Sign(token, "GET", "flows", ExportQuery(flowId));

    public async Task<SandboxRequest> ExportRequestAsync(string flowId = "2924") =>
        SignExport(await TokenAsync(), flowId);

    public async Task<SandboxResponse> ExportAsync(string flowId = "2924") =>
        await service.HandleAsync(await ExportRequestAsync(flowId));
}
