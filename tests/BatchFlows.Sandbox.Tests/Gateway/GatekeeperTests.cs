using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CsCheck;

namespace BatchFlows.Sandbox.Tests;

public class GatekeeperTests
{
    private static readonly Gen<string> Text = Gen.String["aZ09 %&=+;/?ä中\"'"];

    [Fact]
    public async Task Whatever_is_sent_passes_when_it_is_signed_and_not_when_it_changed()
    {
        var (service, _, caller) = Caller.Fresh();
        var token = await caller.TokenAsync();
        var parameters = Gen.Dictionary(Text.Where(name => name.Length > 0), Text)[0, 6];

        await Gen.Select(parameters, Text).SampleAsync(async (query, body) =>
        {
            var request = caller.Sign(
                token, "POST", "flows", [.. query.Select(p => (p.Key, p.Value))], body, "1600000000000");
            var passed = await service.HandleAsync(request);
            var changed = await service.HandleAsync(request with { Body = [.. request.Body, (byte)' '] });
            return passed.Status == 404 && changed.Status == 401; // 404: no operation has this name
        });
    }

    [Theory]
    [InlineData("apim-accesstoken")]
    [InlineData("apim-signature")]
    [InlineData("apim-timestamp")]
    public async Task A_missing_header_is_refused(string name)
    {
        var (service, _, caller) = Caller.Fresh();
        var request = await caller.ExportRequestAsync();
        var headers = request.Headers.Where(header => header.Key != name).ToDictionary();
        await AssertRefusedAsync(service, request with { Headers = headers });
    }

    [Fact]
    public async Task Header_names_are_matched_in_any_case()
    {
        var (service, _, caller) = Caller.Fresh();
        var request = await caller.ExportRequestAsync();
        var headers = request.Headers.ToDictionary(header => header.Key.ToUpperInvariant(), header => header.Value);
        Assert.Equal(200, (await service.HandleAsync(request with { Headers = headers })).Status);
    }

    [Fact]
    public async Task A_token_that_was_never_issued_is_refused()
    {
        var (service, _, caller) = Caller.Fresh();
        await AssertRefusedAsync(service, caller.SignExport("made up"));
    }

    [Fact]
    public async Task A_changed_query_is_refused()
    {
        var (service, _, caller) = Caller.Fresh();
        var request = await caller.ExportRequestAsync();
        await AssertRefusedAsync(
            service, request with { Target = request.Target.Replace("2924", "3001", StringComparison.Ordinal) });
    }

    [Fact]
    public async Task The_order_of_the_query_does_not_matter()
    {
        var (service, _, caller) = Caller.Fresh();
        var request = await caller.ExportRequestAsync();
        var parts = request.Target.Split('?');
        var turned = parts[0] + "?" + string.Join('&', Enumerable.Reverse(parts[1].Split('&')));
        Assert.Equal(200, (await service.HandleAsync(request with { Target = turned })).Status);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-15 * 60_000, true)]
    [InlineData(15 * 60_000, true)]
    [InlineData(-15 * 60_000 - 1, false)]
    [InlineData(15 * 60_000 + 1, false)]
    public async Task A_timestamp_may_be_a_quarter_of_an_hour_off(long offset, bool passes)
    {
        var (service, clock, caller) = Caller.Fresh();
        var timestamp = clock.GetUtcNow().ToUnixTimeMilliseconds() + offset;
        var request = caller.Sign(
            await caller.TokenAsync(), "GET", "flows", Caller.ExportQuery("2924"), "",
            timestamp.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(passes ? 200 : 401, (await service.HandleAsync(request)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("+1600000000000")]
    [InlineData(" 1600000000000")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    [InlineData("now")]
    public async Task A_timestamp_that_is_no_moment_is_refused(string timestamp)
    {
        var (service, _, caller) = Caller.Fresh();
        var query = Caller.ExportQuery("2924");
        await AssertRefusedAsync(service, caller.Sign(await caller.TokenAsync(), "GET", "flows", query, "", timestamp));
    }

    [Fact]
    public async Task A_stale_token_is_named_so_only_to_callers_who_signed()
    {
        var (service, _, caller) = Caller.Fresh();
        var request = await caller.ExportRequestAsync();
        service.ExpireTokens();

        var answer = await service.HandleAsync(request);
        Assert.Equal(200, answer.Status);
        Sample.AssertIs("error-token-1203.response", answer);
        await AssertRefusedAsync(service, request with { Body = Encoding.UTF8.GetBytes("x") });
    }

    [Fact]
    public async Task A_token_that_outlived_its_time_is_stale()
    {
        var (service, clock, caller) = Caller.Fresh();
        var token = await caller.TokenAsync();
        clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1));
        Sample.AssertIs("export-flow.response", await service.HandleAsync(caller.SignExport(token)));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Sample.AssertIs("error-token-1203.response", await service.HandleAsync(caller.SignExport(token)));
    }

    [Fact]
    public async Task After_tokens_were_expired_a_new_one_passes()
    {
        var (service, _, caller) = Caller.Fresh();
        var old = await caller.TokenAsync();
        service.ExpireTokens();
        Assert.NotEqual(old, await caller.TokenAsync());
        Assert.Equal("OK", (string)Caller.Json(await caller.ExportAsync())!["msg"]!);
    }

    [Fact]
    public async Task Every_answer_tells_the_time_of_the_sandbox()
    {
        var (service, _, caller) = Caller.Fresh();
        const string now = "Sun, 13 Sep 2020 12:26:40 GMT";
        Assert.Equal(now, (await caller.ExportAsync()).Headers["Date"]);
        Assert.Equal(now, (await caller.PostTokenAsync("get", "")).Headers["Date"]);
        Assert.Equal(
            now, (await service.HandleAsync(new("GET", "/", new Dictionary<string, string>(), []))).Headers["Date"]);
    }

    [Fact]
    public async Task A_gateway_whose_clock_is_off_says_so_and_refuses_what_is_not_timely_to_it()
    {
        var (service, _, caller) = Caller.Fresh();
        service.ClockSkew = TimeSpan.FromMinutes(-14);
        var answer = await caller.ExportAsync();
        Assert.Equal((200, "Sun, 13 Sep 2020 12:12:40 GMT"), (answer.Status, answer.Headers["Date"]));
        service.ClockSkew = TimeSpan.FromMinutes(16);
        await AssertRefusedAsync(service, await caller.ExportRequestAsync());
    }

    private static async Task AssertRefusedAsync(SandboxService service, SandboxRequest request)
    {
        var answer = await service.HandleAsync(request);
        Assert.Equal(401, answer.Status);
        Sample.AssertIs("error-gateway-401.response", answer);
    }
}
