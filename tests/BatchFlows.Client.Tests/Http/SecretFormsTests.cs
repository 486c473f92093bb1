using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

/// <summary>No form in which the other side repeats a token, a key or a signature is shown.</summary>
public class SecretFormsTests
{
    private const string Token = "aT0ken+that/Nobody=May-See";

    private static readonly Dictionary<string, Func<string, string>> Forms = new()
    {
        ["itself"] = secret => secret,
        ["capitals"] = secret => secret.ToUpperInvariant(),
        ["small"] = secret => secret.ToLowerInvariant(),
        ["first part"] = secret => secret[..(secret.Length / 2)],
        ["last part"] = secret => secret[(secret.Length / 2)..],
        ["address"] = Uri.EscapeDataString,
        ["address, all"] = secret => string.Concat(secret.Select(letter => $"%{(int)letter:X2}")),
        ["address, twice"] = secret => string.Concat(secret.Select(letter => $"%25{(int)letter:x2}")),
        ["JSON"] = secret => JsonSerializer.Serialize(secret),
        ["JSON, all"] = secret => string.Concat(secret.Select(letter => $"\\u{(int)letter:x4}")),
        ["HTML"] = secret => string.Concat(secret.Select(letter => $"&#{(int)letter};")),
        ["HTML, hexadecimal"] = secret => string.Concat(secret.Select(letter => $"&#x{(int)letter:x};")),
        ["Base64"] = secret => Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        ["Base64 of more"] = secret => Convert.ToBase64String(Encoding.UTF8.GetBytes($"u:{secret}:x")),
        ["Base64 of one more"] = secret => Convert.ToBase64String(Encoding.UTF8.GetBytes($":{secret}")),
        ["hexadecimal"] = secret => Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
    };

    public static MatrixTheoryData<string, string> Cases { get; } = new(
        Forms.Keys, ["token", "signature", "access", "secret"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task None_is_shown(string form, string what)
    {
        var shown = "";
        foreach (var place in new[] { "message", "request", "location" })
        {
            var gateway = new StubGateway(call =>
            {
                if (call.IsToken)
                    return Reply.Json($$"""{"status":0,"data":{"accessToken":"{{Token}}","expire":7200} }""");
                shown = Forms[form](what switch
                {
                    "token" => Token,
                    "signature" => call.Request.Headers.GetValues("apim-signature").Single(),
                    "access" => Connect.AccessKey,
                    _ => Connect.Secret,
                });
                var text = JsonSerializer.Serialize($"you sent {shown}, did you");
                if (place == "location")
                {
                    return Reply.Status(302, reply => reply.Headers.TryAddWithoutValidation(
                        "Location", $"https://{Regex.Replace(shown, "[^A-Za-z0-9-]", "")}.example.com/"));
                }

                return Reply.Json(place == "message"
                    ? $$"""{"code":62103,"msg":{{text}}}"""
                    : $$"""{"code":62103,"msg":"no","requestId":{{text}}}""");
            });
            using var connection = Connect.To(gateway, new TestClock(), retries: 0);

            var failure = await Assert.ThrowsAsync<FlowServiceException>(
                () => new FlowClient(connection).ExportFlowAsync(7));

            // What is left is too short to be of use.
            var text = $"{failure} {failure.ServiceMessage} {failure.RequestId}";
            for (var at = 0; at + 12 <= shown.Length; at++)
            {
                Assert.DoesNotContain(
                    shown.Substring(at, 12), text, StringComparison.OrdinalIgnoreCase);
            }

            if (place != "location") Assert.Contains("***", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_no_secret_is_shown()
    {
        const string Said = "Flow 2924 was not found, 100 % of \\u0041 &amp; %41 in dGhpcw== are fine";
        using var connection = Connect.To(
            new StubGateway(Reply.Json($$"""{"code":62103,"msg":{{JsonSerializer.Serialize(Said)}}}""")),
            new TestClock());

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).ExportFlowAsync(7));

        Assert.Equal(Said, failure.ServiceMessage);
    }
}
