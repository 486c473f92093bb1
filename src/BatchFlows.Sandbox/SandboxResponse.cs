using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace BatchFlows.Sandbox;

/// <summary>An answer of the sandbox.</summary>
public sealed record SandboxResponse
{
    private const string Json = "application/json;charset=UTF-8";

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The value of the Content-Type header.</summary>
    public required string ContentType { get; init; }

    /// <summary>The whole body, even when <see cref="Delivery"/> withholds some of it.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Further header fields, among them <c>Date</c> by the sandbox's clock.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How much of this answer reaches the caller.</summary>
    public SandboxDelivery Delivery { get; init; }

    /// <summary>The length that the answer says it has.</summary>
    internal long Length => Delivery == SandboxDelivery.Huge ? 1L << 40 : Body.Length;

    internal static SandboxResponse Success(string data) =>
        Text(200, Json, $$"""{"code":0,"msg":"OK","data":{{data}}}""");

    internal static SandboxResponse Refusal(int code, string message) =>
        Text(200, Json, $$"""{"code":{{code}},"msg":{{Quote(message)}},"data":null}""");

    internal static SandboxResponse Token(int status, string message, string data = "null") =>
        Text(200, Json,
            $$"""{"status":{{status}},"msg":{{Quote(message)}},"business":"apim-token-service","data":{{data}}}""");

    internal static SandboxResponse Gateway(int status, string message) =>
        Text(status, Json, $$"""{"message":{{Quote(message)}}}""");

    internal static SandboxResponse Html(int status, string title) =>
        Text(status, "text/html;charset=UTF-8",
            $"<!DOCTYPE html><html><head><title>{title}</title></head><body>{title}</body></html>");

    internal SandboxResponse WithHeader(string name, string value) =>
        this with
        {
            Headers = Headers.Append(new(name, value)).ToDictionary(header => header.Key, header => header.Value),
        };

    private static SandboxResponse Text(int status, string contentType, string text) =>
        new() { Status = status, ContentType = contentType, Body = Encoding.UTF8.GetBytes(text) };

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
