using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Authentication;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Procedures.Connections;

namespace BatchFlows.Procedures.Tests;

/// <summary>Each kind of failure is told in its own row, and what cannot be known then in none.</summary>
public class ConnectionTestTests
{
    private static readonly string[] Checks =
        ["Address", "TLS", "Clock", "Key", "Signature", "User and organisation", "Rights", "Time zone"];
    private readonly TestClock _clock = new();

    [Fact]
    public async Task All_pass_where_all_is_well()
    {
        var checks = await RunAsync(_ => null);

        Assert.Equal(Checks, checks.Select(check => check.Check));
        Assert.All(checks,
            check => Assert.Equal((CheckOutcome.Passed, true, null), (check.Outcome, check.Passed, check.Remedy)));
        Assert.Contains("can edit 1 of its 2 own flows", checks[6].Result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("address", "F-------")]
    [InlineData("not a gateway", "F-------")]
    [InlineData("certificate", "PF------")]
    [InlineData("key", "PPPF----")]
    [InlineData("signature", "PPPPF---")]
    [InlineData("user", "PPPPPF-P")]
    [InlineData("locked", "PPPPPPFP")]
    [InlineData("rights", "PPPPPPFP")]
    [InlineData("organisation", "PPPPPPFP")]
    [InlineData("zone", "PPPPPPPF")]
    [InlineData("strange zone", "PPPPPPPF")]
    public async Task What_is_wrong_is_the_row_that_fails(string wrong, string outcomes)
    {
        var checks = await RunAsync(asked => (wrong, asked) switch
        {
            ("address", "token") => throw new HttpRequestException("refused"),
            ("not a gateway", "token") => Reply.Status(404)(),
            ("certificate", "token") =>
                throw new HttpRequestException("SSL", new AuthenticationException("not trusted")),
            ("key", "token") => Reply.Json("""{"status":1003,"msg":"no"}""")(),
            ("signature", "getCurrentTime") => Reply.Json("{}", HttpStatusCode.Unauthorized)(),
            ("user", "getMyFlow") => Reply.Json("""{"code":62101,"msg":"no"}""")(),
            ("locked", "getMyFlow") => Reply.Json("""{"code":62105,"msg":"no"}""")(),
            ("rights", "getMyFlow") => Reply.Json("""{"code":62103,"msg":"no"}""")(),
            ("organisation", "search") => Reply.Json("""{"code":62103,"msg":"no"}""")(),
            ("zone", "getTimeZone") => Reply.Json("""{"code":62109,"msg":"no"}""")(),
            ("strange zone", "getTimeZone") => Reply.Json("""{"code":0,"data":{"timezone":"Mars"}}""")(),
            _ => null,
        });

        Assert.Equal(
            outcomes,
            string.Concat(
                checks.Select(check => check.Outcome switch
                    { CheckOutcome.Passed => 'P', CheckOutcome.Failed => 'F', _ => '-' })));
        Assert.All(checks, check => Assert.Equal(check.Outcome == CheckOutcome.Failed, check.Remedy is not null));
        Assert.All(checks,
            check => Assert.DoesNotContain(check.Remedy ?? "nothing to do", check.Result, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-40, "behind", "ahead of", "key", "PPFF----")]
    [InlineData(-40, "behind", "ahead of", "signature", "PPFPF---")]
    [InlineData(40, "ahead of", "behind", "", "PPFPPPPP")]
    [InlineData(20, "ahead of", "", "", "PPPPPPPP")]
    [InlineData(-20, "behind", "", "", "PPPPPPPP")]
    public async Task A_clock_that_is_wrong_is_told_whether_the_rest_passes_or_not(
        int seconds, string gateway, string machine, string wrong, string outcomes)
    {
        var theirs = _clock.GetUtcNow().AddSeconds(seconds);
        _clock.Advance(TimeSpan.FromSeconds(-0.2)); // a refused token that is fresh is tried again after half a second

        var checks = await RunAsync(
            asked => (wrong, asked) switch
            {
                ("key", "token") => Reply.Json("""{"status":1003,"msg":"no"}""")(),
                ("signature", "getCurrentTime") => Reply.Json("{}", HttpStatusCode.Unauthorized)(),
                _ => null,
            },
            theirs);

        Assert.Equal(
            outcomes,
            string.Concat(
                checks.Select(check => check.Outcome switch
                    { CheckOutcome.Passed => 'P', CheckOutcome.Failed => 'F', _ => '-' })));
        Assert.Equal($"The gateway's clock is {Math.Abs(seconds)} s {gateway} this machine's.", checks[2].Result);
        if (machine.Length > 0)
            Assert.Contains(
                $"{Math.Abs(seconds)} s {machine} the gateway's", checks[2].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_tells_no_time_leaves_the_clock_open() =>
        Assert.Equal(CheckOutcome.NotReached, (await RunAsync(_ => null, theirs: DateTimeOffset.MinValue))[2].Outcome);

    private async Task<IReadOnlyList<ConnectionCheck>> RunAsync(
        Func<string, HttpResponseMessage?> answer, DateTimeOffset? theirs = null)
    {
        using var connection = Connect.To(
            new StubGateway(call =>
            {
                var asked = call.IsToken ? "token" : call.Action;
                var usual = asked switch
                {
                    "token" => Reply.Token,
                    "getCurrentTime" => Reply.Sample("get-current-time.response"),
                    "getTimeZone" => Reply.Zone,
                    "getMyFlow" => Reply.Data("""[{"flowId":"1","editable":true},{"flowId":"2","editable":false}]"""),
                    _ => Reply.Data("[]"),
                };
                var response = answer(asked) ?? usual();
                if (theirs != DateTimeOffset.MinValue) response.Headers.Date = theirs ?? _clock.GetUtcNow();
                return response;
            }),
            _clock,
            retries: 0);
        return await new ConnectionTest(new FlowClient(connection)).RunAsync();
    }
}
