using System;
using System.Net;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

/// <summary>What to do next is what helps: the reason that the answer or the exception shows.</summary>
public class RemedyTests
{
    private readonly TestClock _clock = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_gateway_that_lets_nobody_through_is_no_matter_for_the_owner_of_a_flow(bool isToken)
    {
        var failure = await FailAsync(new StubGateway(call => call.IsToken == isToken
            ? Reply.Json("""{"message":"Your IP address is not allowed"}""", HttpStatusCode.Forbidden)
            : null));

        Assert.Equal(FailureKind.AccessDenied, failure.Kind);
        Assert.Contains("administrator of the gateway", failure.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("owner", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t\u00f6ken")]
    [InlineData("t\u0430ken")]
    [InlineData("to ken")]
    [InlineData("to\nken")]
    [InlineData("token\r\nX-Header: 1")]
    public async Task A_token_that_cannot_be_sent_is_no_matter_of_the_network(string token)
    {
        var failure = await FailAsync(new StubGateway(call => call.IsToken
            ? Reply.Json(
                $$$"""{"status":0,"data":{"accessToken":{{{System.Text.Json.JsonSerializer.Serialize(token)}}}} }""")
            : null));

        Assert.Equal((FailureKind.ResponseInvalid, 0), (failure.Kind, failure.Attempts - 1));
        Assert.Contains("access token", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the network", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" key", "secret", "o", "u", 1002, "The access key begins with a blank")]
    [InlineData("key\r\n", "secret", "o", "u", 1002, "The access key ends with a blank")]
    [InlineData("key", "secret\n", "o", "u", 1003, "The secret key ends with a blank")]
    [InlineData("key", "\uFEFFsecret", "o", "u", 1003, "The secret key begins with a blank")]
    [InlineData("key", "secret", "o\u00a0", "u", 62101, "The organisation ID ends with a blank")]
    [InlineData("key", "secret", "o", "\tu", 62101, "The user ID begins with a blank")]
    [InlineData("key", "secret", "o", "u", 1003, "Check the access key")]
    public async Task A_blank_at_an_end_of_what_is_refused_is_told(
        string key, string secret, string organization, string user, int code, string remedy)
    {
        var gateway = new StubGateway(call => call.IsToken == code < 2000
            ? Reply.Json($$"""{"code":{{code}}}""")
            : null);
        using var connection = Connect.To(
            gateway, _clock, key, secret, organizationId: organization, userId: user);

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).ExportFlowAsync(7));

        Assert.StartsWith(remedy, failure.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("secret\n", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:8080", "https://localhost:8080/")]
    [InlineData("127.0.0.1:8080", "https://127.0.0.1:8080/")]
    [InlineData("gateway:8443/path", "https://gateway:8443/path/")]
    [InlineData("apim.example.com:8443", "https://apim.example.com:8443/")]
    [InlineData("[::1]:8080", "https://[::1]:8080/")]
    [InlineData("localhost", "https://localhost/")]
    public void An_address_without_a_scheme_is_completed(string given, string completed)
    {
        using var connection = new FlowConnection(
            new Uri(given, UriKind.RelativeOrAbsolute), "o", "u", "key", Connect.Secure("secret"));

        Assert.Equal(completed, connection.Gateway.AbsoluteUri);
    }

    private async Task<FlowServiceException> FailAsync(StubGateway gateway)
    {
        using var connection = Connect.To(gateway, _clock);
        return await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(connection).ExportFlowAsync(7));
    }
}
