using System;
using System.Collections;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using BatchFlows.Model;
using BatchFlows.Model.Json;
using BatchFlows.Model.Settings;

namespace BatchFlows.Client.Tests;

/// <summary>JSON that is made to take time, memory or the stack.</summary>
public class HostileJsonTests
{
    private static readonly Origin Here = new("here", ServerZone.Unknown);

    [Theory]
    [InlineData("[", "")]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "")]
    [InlineData("{\"data\":[", "]}")]
    public async Task A_million_levels_are_an_invalid_answer(string open, string close)
    {
        var bomb = new StringBuilder().Insert(0, open, 1_000_000).Append('0')
            .Insert(open.Length * 1_000_000 + 1, close, 1_000_000).ToString();
        using var connection = Connect.To(new StubGateway(Reply.Json(bomb)), retries: 0);

        var failure = await Assert.ThrowsAsync<FlowServiceException>(
            () => new FlowClient(connection).ExportFlowAsync(1));

        Assert.Equal(FailureKind.ResponseInvalid, failure.Kind);
        Assert.Throws<FormatException>(() => FlowDefinition.Parse(bomb));
        Assert.Equal(JsonValueKind.Undefined, WireJson.ToElement(bomb).AsNested().ValueKind);
    }

    [Fact(Timeout = 20_000)]
    public async Task Directories_that_stand_in_texts_in_texts_are_opened_to_an_end() =>
        Assert.Equal(
            101, await Task.Run(
                () => new FlowDirectory(Nested(300), Here).Walk().Count(), TestContext.Current.CancellationToken));

    [Fact(Timeout = 20_000)]
    public async Task A_parameter_among_a_hundred_thousand_is_found_at_once()
    {
        var many = Enumerable.Range(0, 100_000).Select(number => $"{{\"key\":\"k{number}\",\"value\":1}}");
        var flow = new Flow(
            JsonBody.Parse(Encoding.UTF8.GetBytes($"{{\"parameters\":[{string.Join(',', many)}]}}")).Root, Here);
        var changes = new FlowChanges { [nameof(Flow.Parameters)] = new Hashtable { ["k99999"] = "2" } };

        var change = Assert.Single(
            await Task.Run(() => FieldChange.Of(flow, changes), TestContext.Current.CancellationToken));

        Assert.Equal("Parameter k99999: '1' -> '2'", $"{change}");
    }

    [Theory]
    [InlineData(",")]
    [InlineData("{")]
    [InlineData("anna.keller")]
    public void Many_texts_that_are_no_JSON_cost_little(string text)
    {
        const int Count = 10_000;
        var (_, list) = JsonBody.Parse(
            Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat($"\"{text}\"", Count))}]"));
        var before = Allocated.ByThisThread;

        Assert.Empty(list.AsItems());

        Assert.InRange((Allocated.ByThisThread - before) / Count, 0, 200);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(" \t\r\n{} \n")]
    [InlineData("\uFEFF{}")]
    [InlineData("\uFEFF {}")]
    [InlineData("\"{}\"")]
    [InlineData(" \" {} \" ")]
    public void A_text_may_have_blanks_and_a_mark_around_its_JSON(string text) =>
        Assert.Equal(JsonValueKind.Object, WireJson.ToElement(text).AsNested().ValueKind);

    /// <summary>
    /// A directory in a text in a directory, and so on. Escapes by number keep each level from being twice as long as
    /// the one in it.
    /// </summary>
    private static JsonElement Nested(int levels)
    {
        var json = """{"isDirectory":true}""";
        for (; levels > 0; levels--)
            json = $$"""{"children":["{{json.Replace("\\", "\\u005c", StringComparison.Ordinal).Replace("\"", "\\u0022", StringComparison.Ordinal)}}"]}""";
        return JsonBody.Parse(Encoding.UTF8.GetBytes(json)).Root;
    }
}
