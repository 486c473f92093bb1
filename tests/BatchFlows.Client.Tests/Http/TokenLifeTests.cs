using System;
using System.Collections;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using BatchFlows.Client.Tokens;
using BatchFlows.Model.Failures;

namespace BatchFlows.Client.Tests;

/// <summary>
/// Tokens without a usable lifetime, that are not known everywhere yet, or that nobody needs any more.
/// </summary>
public class TokenLifeTests
{
    private readonly TestClock _clock = new();

    [Theory]
    [InlineData("")]
    [InlineData(",\"expire\":0")]
    [InlineData(",\"expire\":-5")]
    [InlineData(",\"expire\":null")]
    [InlineData(",\"expire\":\"soon\"")]
    public async Task A_token_without_a_usable_lifetime_is_used_until_it_is_refused(string expire)
    {
        var asked = 0;
        var isRefused = false;
        using var connection = Connect.To(new StubGateway(call =>
        {
            if (call.IsToken)
            {
                isRefused = false;
                return Reply.Json($$$"""{"status":0,"data":{"accessToken":"t{{{++asked}}}"{{{expire}}}}}""");
            }

            return isRefused ? Reply.Status(401) : Reply.Sample("export-flow.response");
        }), _clock);

        for (var call = 0; call < 3; call++) await ExportAsync(connection);
        Assert.Equal(1, asked);

        isRefused = true;
        await ExportAsync(connection);
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData(true)] // each request brings another token
    [InlineData(false)]
    public async Task A_token_that_is_known_a_moment_after_it_was_issued_fails_no_call(bool isNew)
    {
        var (asked, issued) = (0, default(DateTimeOffset));
        using var connection = Connect.To(new StubGateway(call =>
        {
            if (!call.IsToken)
            {
                return _clock.GetUtcNow() - issued < TimeSpan.FromMilliseconds(50)
                    ? Reply.Status(401)
                    : Reply.Sample("export-flow.response");
            }

            if (asked++ == 0 || isNew) issued = _clock.GetUtcNow();
            return Reply.Json($$$"""{"status":0,"data":{"accessToken":"t{{{(isNew ? asked : 1)}}}","expire":7200}}""");
        }), _clock, retries: 0);

        await ExportAsync(connection);

        Assert.Equal([TimeSpan.FromSeconds(0.5)], _clock.Waits);
    }

    [Fact]
    public async Task A_refused_call_ends_no_command_while_others_pass()
    {
        var isRefused = false;
        using var connection = Connect.To(
            new StubGateway(call => call.IsToken ? null
                : isRefused ? Reply.Status(401)
                : Reply.Sample("export-flow.response")),
            _clock);
        await ExportAsync(connection);
        isRefused = true;

        var failure = await Assert.ThrowsAsync<FlowServiceException>(() => ExportAsync(connection));
        Assert.Equal(
            (FailureKind.TokenRefused, false), (failure.Kind, FailureAttribute.Of(failure.Kind).EndsCommand));

        _clock.Advance(TimeSpan.FromMinutes(2)); // nothing passes any more
        failure = await Assert.ThrowsAsync<FlowServiceException>(() => ExportAsync(connection));
        Assert.Equal(FailureKind.SignatureRefused, failure.Kind);
    }

    [Fact]
    public async Task Tokens_of_connections_that_are_gone_are_forgotten()
    {
        var gone = Enumerable.Range(0, 20).Select(_ => Connect.NewGateway()).ToArray();
        foreach (var gateway in gone) await UseAsync(gateway);
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        await UseAsync(Connect.NewGateway());

        var shared = (IDictionary)typeof(TokenCache).GetField("Shared", BindingFlags.Static | BindingFlags.NonPublic)!
            .GetValue(null)!;
        // The last one may still be held by a register.
        var kept = shared.Keys.Cast<string>().Count(name => gone.Any(
            gateway => name.StartsWith($"{gateway} ", StringComparison.Ordinal)));
        Assert.InRange(kept, 0, 2);

        async Task UseAsync(Uri gateway)
        {
            using var connection = Connect.To(
                new StubGateway(Reply.Sample("export-flow.response")), _clock, gateway: gateway);
            await ExportAsync(connection);
        }
    }

    private static Task ExportAsync(FlowConnection connection) => new FlowClient(connection).ExportFlowAsync(2924);
}
