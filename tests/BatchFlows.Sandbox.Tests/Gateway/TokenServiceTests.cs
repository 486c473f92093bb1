using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

public class TokenServiceTests
{
    private static string TokenOf(JsonNode answer) => (string)answer["data"]!["accessToken"]!;

    [Fact]
    public async Task The_documented_request_gets_a_token_for_two_hours()
    {
        var answer = Caller.Json(await Caller.Fresh().Caller.PostTokenAsync("get", Sample.Text("token-get.request")))!;

        Assert.Equal(0, (int)answer["status"]!);
        Assert.Equal("SUCCESS", (string)answer["msg"]!);
        Assert.Equal("apim-token-service", (string)answer["business"]!);
        Assert.Equal(7200, (int)answer["data"]!["expire"]!);
        Assert.NotEmpty(TokenOf(answer));
    }

    [Fact]
    public async Task A_timestamp_may_be_a_string_of_digits()
    {
        var (_, _, caller) = Caller.Fresh();
        var body = caller.TokenBody();
        body["timestamp"] = body["timestamp"]!.ToString();
        Assert.Equal(0, (int)(await caller.TokenAnswerAsync("get", body))["status"]!);
    }

    [Fact]
    public async Task Asking_again_gets_the_same_token_and_the_time_that_is_left()
    {
        var (_, clock, caller) = Caller.Fresh();
        var first = await caller.TokenAnswerAsync("get", caller.TokenBody());
        clock.Advance(TimeSpan.FromSeconds(100.5));
        var second = await caller.TokenAnswerAsync("get", caller.TokenBody());

        Assert.Equal(TokenOf(first), TokenOf(second));
        Assert.Equal(7099, (int)second["data"]!["expire"]!);
    }

    [Fact]
    public async Task A_token_that_has_expired_is_replaced()
    {
        var (service, clock, caller) = Caller.Fresh();
        service.TokenLifetime = TimeSpan.FromSeconds(30);
        var first = await caller.TokenAnswerAsync("get", caller.TokenBody());
        clock.Advance(TimeSpan.FromSeconds(30));
        var second = await caller.TokenAnswerAsync("get", caller.TokenBody());

        Assert.Equal(30, (int)first["data"]!["expire"]!);
        Assert.Equal(30, (int)second["data"]!["expire"]!);
        Assert.NotEqual(TokenOf(first), TokenOf(second));
    }

    [Fact]
    public async Task A_refresh_gives_a_new_token_for_the_full_time_and_ends_the_old_one()
    {
        var (service, clock, caller) = Caller.Fresh();
        var old = await caller.TokenAsync();
        clock.Advance(TimeSpan.FromHours(1));
        var refreshed = await caller.TokenAnswerAsync("refresh", caller.RefreshBody(old));

        Assert.NotEqual(old, TokenOf(refreshed));
        Assert.Equal(7200, (int)refreshed["data"]!["expire"]!);
        Assert.Equal(TokenOf(refreshed), await caller.TokenAsync());
        Sample.AssertIs("error-token-1203.response", await service.HandleAsync(caller.SignExport(old)));
        Assert.Equal(1203, (int)(await caller.TokenAnswerAsync("refresh", caller.RefreshBody(old)))["status"]!);
    }

    [Fact]
    public async Task An_expired_token_cannot_be_refreshed()
    {
        var (_, clock, caller) = Caller.Fresh();
        var token = await caller.TokenAsync();
        clock.Advance(TimeSpan.FromHours(2));
        Sample.AssertIs("error-token-1203.response",
            await caller.PostTokenAsync("refresh", caller.RefreshBody(token).ToJsonString()));
    }

    [Fact]
    public async Task A_token_that_was_never_issued_cannot_be_refreshed()
    {
        var (_, _, caller) = Caller.Fresh();
        Assert.Equal(1204, (int)(await caller.TokenAnswerAsync("refresh", caller.RefreshBody("made up")))["status"]!);
    }

    [Fact]
    public async Task An_encryption_is_good_for_one_request_of_either_kind()
    {
        var (_, _, caller) = Caller.Fresh();
        var body = caller.TokenBody();
        var token = TokenOf(await caller.TokenAnswerAsync("get", body));

        Assert.Equal(1001, (int)(await caller.TokenAnswerAsync("get", body))["status"]!);
        body["accessToken"] = token;
        Assert.Equal(1001, (int)(await caller.TokenAnswerAsync("refresh", body))["status"]!);
    }

    [Theory]
    [InlineData("get", "appKey", "\"other\"", 1002)]
    [InlineData("get", "appKey", "7", 1004)]
    [InlineData("get", "appKey", "\"\"", 1202)]
    [InlineData("get", "appKey", "null", 1202)]
    [InlineData("get", "appKey", null, 1202)]
    [InlineData("get", "encryption", "\"0000\"", 1003)]
    [InlineData("get", "encryption", "{}", 1004)]
    [InlineData("get", "encryption", "\"\"", 1202)]
    [InlineData("get", "encryption", null, 1202)]
    [InlineData("get", "timestamp", "1600000000999", 1003)]
    [InlineData("get", "timestamp", "1.6e12", 1004)]
    [InlineData("get", "timestamp", "-1", 1004)]
    [InlineData("get", "timestamp", "\"soon\"", 1004)]
    [InlineData("get", "timestamp", "true", 1004)]
    [InlineData("get", "timestamp", "\"\"", 1202)]
    [InlineData("get", "timestamp", null, 1202)]
    [InlineData("refresh", "appKey", "\"other\"", 1002)]
    [InlineData("refresh", "encryption", "\"0000\"", 1003)]
    [InlineData("refresh", "accessToken", "\"\"", 1202)]
    [InlineData("refresh", "accessToken", null, 1202)]
    [InlineData("refresh", "accessToken", "[]", 1004)]
    public async Task A_bad_field_is_refused_with_its_code_and_spoils_nothing(
        string action, string field, string? value, int status)
    {
        var (_, _, caller) = Caller.Fresh();
        var good = caller.RefreshBody(await caller.TokenAsync());
        var bad = good.DeepClone().AsObject();
        if (value is null) bad.Remove(field);
        else bad[field] = JsonNode.Parse(value);

        var refusal = await caller.TokenAnswerAsync(action, bad);
        Assert.Equal(status, (int)refusal["status"]!);
        Assert.Null(refusal["data"]);
        Assert.Equal(0, (int)(await caller.TokenAnswerAsync(action, good))["status"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\uFEFF{}")]
    public async Task A_body_that_is_not_a_JSON_object_is_an_invalid_parameter(string body) =>
        Assert.Equal(1004, (int)Caller.Json(await Caller.Fresh().Caller.PostTokenAsync("get", body))!["status"]!);

    [Theory]
    [InlineData("GET", "/apim-token-service/v2.0/token/get")]
    [InlineData("POST", "/apim-token-service/v2.0/token/drop")]
    [InlineData("POST", "/")]
    public async Task There_is_nothing_else_at_this_address(string method, string target)
    {
        var service = new SandboxService(TimeProvider.System);
        var answer = await service.HandleAsync(new(method, target, new Dictionary<string, string>(), []));
        Assert.Equal(404, answer.Status);
        Assert.NotNull(Caller.Json(answer)!["message"]);
        Assert.Equal(0, service.TokenRequestCount);
    }

    [Fact]
    public async Task Many_requests_at_once_agree_on_one_token()
    {
        var (service, _, caller) = Caller.Fresh();
        var bodies = Enumerable.Range(0, 50).Select(_ => caller.TokenBody()).ToArray();
        var tokens = await Task.WhenAll(
            bodies.Select(body => Task.Run(async () => TokenOf(await caller.TokenAnswerAsync("get", body)))));
        Assert.Single(tokens.Distinct());
        Assert.Equal(50, service.TokenRequestCount);
    }
}
