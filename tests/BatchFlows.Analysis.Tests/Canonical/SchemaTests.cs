using System;
using System.IO;
using System.Text;
using System.Text.Json;
using BatchFlows.Analysis.Canonical;
using CsCheck;
using Json.Schema;

namespace BatchFlows.Analysis.Tests;

/// <summary>The schema that ships accepts every file that is written, and says where one by hand is wrong.</summary>
public class SchemaTests
{
    private static readonly string Text = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Schemas", "flow.schema.json"));

    private static readonly JsonSchema Schema = JsonSchema.FromText(Text);

    [Fact]
    public void Every_file_that_can_be_imported_again_is_valid() => Definitions.Flow.Sample(
        json =>
        {
            var flow = FlowDefinition.Parse(json);
            AssertValid(CanonicalFlow.Write(flow));
            AssertValid(CanonicalFlow.Write(flow, new CommandFiles("flow")));
        },
        iter: 500);

    [Fact]
    public void The_documented_sample_is_valid() =>
        AssertValid(CanonicalFlow.Write(FlowDefinition.Parse(BatchFlows.Tests.Sample.Data("export-flow.response"))));

    [Fact]
    public void A_file_names_the_schema_by_its_own_address()
    {
        using var schema = JsonDocument.Parse(Text);

        Assert.Equal(CanonicalFlow.SchemaAddress, schema.RootElement.GetProperty("$id").GetString());
        Assert.EndsWith("/module/schemas/flow.schema.json", CanonicalFlow.SchemaAddress);
    }

    [Theory]
    [InlineData("""{"name":"f"}""", true)]
    [InlineData("""{"name":"f","$suppress":[]}""", true)]
    [InlineData("""{"name":"f","$suppress":[{"rule":"BF602","reason":"a team of one"}]}""", true)]
    [InlineData("""{"name":"f","$suppress":[{"rule":"BF602","task":"t","reason":""}]}""", false)]
    [InlineData("""{"name":"f","$suppress":[{"rule":"BF602"}]}""", false)]
    [InlineData("""{"name":"f","$suppress":[{"rule":"all","reason":"r"}]}""", false)]
    [InlineData("""{}""", false)]
    [InlineData("""{"name":null}""", false)]
    [InlineData("""{"name":"f","owners":[1]}""", false)]
    [InlineData("""{"name":"f","owners":{"a":1}}""", false)]
    [InlineData("""{"name":"f","parameters":{"$value":1,"x":2}}""", false)]
    [InlineData("""{"name":"f","tasks":[1]}""", false)]
    [InlineData("""{"name":"f","tasks":[{}]}""", false)]
    [InlineData("""{"name":"f","tasks":[{"name":"t","cmd":{"$file":"f/t.sh"}}]}""", true)]
    [InlineData("""{"name":"f","tasks":[{"name":"t","cmd":{"$file":"../t.sh"}}]}""", false)]
    [InlineData("""{"name":"f","tasks":[{"name":"t","cmd":{"$file":"/t.sh"}}]}""", false)]
    [InlineData("""{"name":"f","tasks":[{"name":"t","cmd":{"$file":"C:t.sh"}}]}""", false)]
    [InlineData("""{"name":"f","tasks":[{"name":"t","cmd":["ls"]}]}""", false)]
    [InlineData("""{"name":"f","tasks":[{"name":"t","runMode":{"$file":"x"}}]}""", false)]
    public void A_file_by_hand_is_checked(string json, bool isValid)
    {
        var file = json.Insert(1, $"\"$schema\":\"{CanonicalFlow.SchemaAddress}\"{(json == "{}" ? "" : ",")}");

        Assert.Equal(isValid, IsValid(file));
        Assert.False(IsValid(json));
    }

    private static void AssertValid(byte[] content)
    {
        var json = Encoding.UTF8.GetString(content);
        Assert.True(IsValid(json), json);
    }

    private static bool IsValid(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Schema.Evaluate(document.RootElement).IsValid;
    }
}
