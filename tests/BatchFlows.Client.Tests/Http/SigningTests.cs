using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using BatchFlows.Client.Tokens;
using BatchFlows.Sandbox;
using CsCheck;

namespace BatchFlows.Client.Tests;

public class SigningTests
{
    private const string Timestamp = "1600000000000";
    private static readonly AccessKey Key = new(Connect.AccessKey, Connect.Secure(Connect.Secret));

    [Fact]
    public void The_proof_for_a_token_is_as_documented() =>
        Assert.Equal("50553b66db748e12b77681f0de2c2ace8d70f8d46b305d1ffe5cb3e592e6fdad", Key.Encrypt(Timestamp));

    [Theory]
    [InlineData("dded59c6f17f206d03c3b17aa911e1cfc8398f425c8773865a761ca937c4efed", "export", "flowId", "2924", null)]
    [InlineData(
        "1b0b9a15c732400522f514b30aa7a726b80c21a89d0cf39f16425d0dd8728e19", "getMyFlow", "expression", "a b;c", null)]
    [InlineData("c7eb578867f30bba6549b7c9f7f5088740d7f559fe1ee54f24573944fc25cad5", "trigger", null, null,
        """{"flowId":3377,"triggerTime":1574385824000}""")]
    public void Signatures_are_as_documented(string expected, string action, string? name, string? value, string? body)
    {
        var parameters = new Dictionary<string, string> { ["userId"] = "u1", ["orgId"] = "o1", ["action"] = action };
        if (name is not null) parameters.Add(name, value!);

        Assert.Equal(expected,
            Key.Sign("exampleToken", parameters, body is null ? null : Encoding.UTF8.GetBytes(body), Timestamp));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(10_000)]
    public void What_was_hashed_is_wiped_from_every_buffer(int length)
    {
        const string secret = "known-here-alone"; // answers of other tests, which share the buffers, hold theirs
        using var key = new AccessKey(Connect.AccessKey, Connect.Secure(secret));
        key.Sign("exampleToken", new Dictionary<string, string>(), Encoding.UTF8.GetBytes(new string('x', length)),
            Timestamp);

        // A buffer that was given back is the next one that this thread gets.
        foreach (var size in new[] { 1024, 2048, 4096, 8192, 16_384, 32_768 })
            Assert.Equal(
                -1, ArrayPool<byte>.Shared.Rent(size).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));
    }

    [Fact]
    public async Task Any_text_in_a_query_is_signed_as_it_arrives()
    {
        var clock = new TestClock();
        var service = new SandboxService(clock);
        await Gen.Select(Gen.String.Where(IsUsable), Gen.String.Where(IsUsable))
            .SampleAsync(async (user, organization) =>
        {
            using var connection = Connect.To(
                new SandboxHandler(service), clock, userId: user, organizationId: organization);

            var failure = await Assert.ThrowsAsync<FlowServiceException>(
                () => new FlowClient(connection).ExportFlowAsync(2924));

            // The service is asked only when the gateway has accepted the signature.
            Assert.Equal(FailureKind.UserOrOrganizationUnknown, failure.Kind);
        });
    }

    private static bool IsUsable(string text) =>
        !string.IsNullOrWhiteSpace(text) && text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
