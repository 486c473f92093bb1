using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Client.Tests;

/// <summary>Text of the service in messages.</summary>
public class ShownTextTests
{
    [Theory]
    [InlineData("\u001b[31mred\u001b[0m", "\uFFFD[31mred\uFFFD[0m")]
    [InlineData("bell\a", "bell\uFFFD")]
    [InlineData("\u009b2J", "\uFFFD2J")]
    [InlineData("ab\u202Ecd", "ab\uFFFDcd")]
    [InlineData("a\u2066b\u200Fc\u061C", "a\uFFFDb\uFFFDc\uFFFD")]
    [InlineData("one\r\ntwo\nthree\u2028four\tfive", "one  two three four five")]
    [InlineData("流程 \ud83d\ude00 ü", "流程 \ud83d\ude00 ü")]
    public async Task It_moves_no_cursor_and_turns_no_direction(string text, string shown)
    {
        var failure = await FailAsync(text);

        Assert.Equal((shown, shown), (failure.ServiceMessage, failure.RequestId));
        Assert.Contains($"\"{shown}\"", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\ud83d\ude00")]
    [InlineData("x\ud83d\ude00")]
    public async Task It_has_a_limit(string part)
    {
        var failure = await FailAsync(string.Concat(Enumerable.Repeat(part, 200_000)));

        Assert.InRange(failure.ServiceMessage!.Length, 490, 501);
        Assert.EndsWith("\u2026", failure.ServiceMessage, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(failure.ServiceMessage[^2]));
        Assert.InRange(failure.Message.Length, 500, 1500);
    }

    private static async Task<FlowServiceException> FailAsync(string text)
    {
        var answer = new JsonObject { ["code"] = 62103, ["msg"] = text, ["requestId"] = text }.ToJsonString();
        using var connection = Connect.To(new StubGateway(Reply.Json(answer)), retries: 0);
        return await Assert.ThrowsAsync<FlowServiceException>(() => new FlowClient(connection).ExportFlowAsync(1));
    }
}
