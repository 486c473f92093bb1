using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Comparison;
using BatchFlows.Model.Settings;
using CsCheck;

namespace BatchFlows.Analysis.Tests;

/// <summary>What is the same shows nothing, and each change shows itself and nothing else.</summary>
public class FlowComparisonTests
{
    private static readonly Gen<string> Flows = Gen.OneOf(Definitions.Flow, Definitions.AnyFlow);

    [Fact]
    public void A_flow_does_not_differ_from_its_file() => Flows.Sample(
        json =>
        {
            var flow = FlowDefinition.Parse(json);
            var file = Encoding.UTF8.GetString(CanonicalFlow.Write(flow));
            var read = new FlowDefinition(CanonicalFlow.ToWire(FlowDefinition.ReadObject(file), path => path));

            Assert.Empty(FlowComparison.Of(flow, read));
            Assert.Empty(FlowComparison.Of(read, flow));
        },
        iter: 1000);

    [Fact]
    public void Order_and_ids_are_no_difference() => Gen.Select(Definitions.Flow, Gen.Int).Sample(
        (json, seed) => Assert.Empty(FlowComparison.Of(FlowDefinition.Parse(json), Copied(json, seed))), iter: 1000);

    [Fact]
    public void The_other_way_round_is_the_mirror_image() => Gen.Select(Flows, Flows).Sample(
        (one, other) => Assert.Equal(
            Texts(FlowComparison.Of(FlowDefinition.Parse(one), FlowDefinition.Parse(other)), isMirrored: false),
            Texts(FlowComparison.Of(FlowDefinition.Parse(other), FlowDefinition.Parse(one)), isMirrored: true)),
        iter: 1000);

    [Fact]
    public void Each_change_shows_exactly_itself() =>
        Gen.Select(Definitions.Flow, Gen.OneOfConst(OneChange.All), Gen.Int).Sample(
            (json, change, seed) =>
            {
                var before = OneChange.Prepare(json);
                var after = FlowDefinition.Parse(before.ToJson());
                change.Make(after);

                var found = FlowComparison.Of(before, Copied(after.ToJson(), seed));

                Assert.Equal([change.Expected], found.Select(difference => Text(difference, isMirrored: false)));
            },
            iter: 2000);

    [Fact]
    public void A_change_of_any_value_is_seen() => Gen.Select(Definitions.Flow, Gen.Int[0, int.MaxValue]).Sample(
        (json, choice) =>
        {
            var values = ChangedValue.PathsIn(json);
            var path = values[choice % values.Count];

            Assert.NotEmpty(FlowComparison.Of(
                FlowDefinition.Parse(json), FlowDefinition.Parse(ChangedValue.At(json, path))));
        },
        iter: 2000);

    [Theory]
    [InlineData("1", "\"1\"")]
    [InlineData("1", "1.0")]
    [InlineData("true", "\"true\"")]
    [InlineData("null", "\"\"")]
    public void Two_spellings_of_one_value_are_no_difference(string one, string other) =>
        Assert.Empty(FlowComparison.Of(
            FlowDefinition.Parse($$"""{"name":"f","tasks":[{"name":"t","timeout":{{one}} }],"zone":{"a":{{one}} } }"""),
            FlowDefinition.Parse(
                $$"""{"name":"f","tasks":[{"name":"t","timeout":{{other}} }],"zone":{"a":{{other}} } }""")));

    [Theory]
    [InlineData("""{"retryLimit":3}""", """{"retry_limit":3}""")]
    [InlineData("""{"runMode":"{\"cpu\":1,\"memory\":2}"}""", """{"runMode":{"memory":2,"cpu":1}}""")]
    [InlineData("""{"runMode":"{\"cpu\":1,\"memory\":2}"}""", """{"runMode":"{ \"memory\": 2, \"cpu\": 1.0 }"}""")]
    public void Editions_of_the_service_are_no_difference(string one, string other) =>
        Assert.Empty(FlowComparison.Of(
            FlowDefinition.Parse($$"""{"name":"f","tasks":[{{one}}]}"""),
            FlowDefinition.Parse($$"""{"name":"f","tasks":[{{other}}]}""")));

    [Fact]
    public void One_of_several_tasks_of_one_name_that_is_gone_is_the_only_difference()
    {
        var flow = FlowDefinition.Parse(
            """{"name":"f","tasks":[{"name":"t","cmd":"a"},{"name":"t","cmd":"b"},{"name":"t","cmd":"c"}]}""");
        var other = FlowDefinition.Parse("""{"name":"f","tasks":[{"name":"t","cmd":"c"},{"name":"t","cmd":"b"}]}""");

        Assert.Equal(["f/t Tasks: - 't'"], FlowComparison.Of(flow, other).Select(difference => difference.ToString()));
    }

    [Fact]
    public void A_setting_has_the_name_of_its_property() => Assert.All(
        FlowSettings.All.Where(setting => typeof(FlowDefinition).GetProperty(setting.Name) is not null),
        setting =>
        {
            var difference = Assert.Single(FlowComparison.Of(
                FlowDefinition.Parse("{}"), FlowDefinition.Parse($$"""{"{{setting.DefinedAs}}":"2"}""")));

            Assert.Equal(setting.Name, difference.Field);
        });

    [Fact]
    public void Changed_lines_of_a_command_are_shown()
    {
        var difference = Assert.Single(FlowComparison.Of(
            FlowDefinition.Parse("""{"name":"f","tasks":[{"name":"t","cmd":"a\nb\n"}]}"""),
            FlowDefinition.Parse("""{"name":"f","tasks":[{"name":"t","cmd":"a\nb\r\n"}]}""")));

        Assert.Equal("@@ -1,2 +1,2 @@\n a\n-b\n+b\r\n", difference.TextDiff);
    }

    private static FlowDefinition Copied(string json, int seed) => FlowDefinition.Parse(
        ShuffledFlow.Of(FlowDefinition.ReadObject(Renumbered(json)), new Random(seed)));

    /// <summary>Other IDs of links, each the same wherever it stands.</summary>
    private static string Renumbered(string json)
    {
        var ids = new Dictionary<string, string>();
        return Regex.Replace(json, @"""linkId"": ?(""(?:[^""\\]|\\.)*"")", match =>
        {
            if (!ids.TryGetValue(match.Groups[1].Value, out var id)) ids[match.Groups[1].Value] = id = $"L{ids.Count}";
            return $"\"linkId\":\"{id}\"";
        });
    }

    private static IEnumerable<string> Texts(IEnumerable<FlowDifference> found, bool isMirrored) =>
        found.Select(difference => Text(difference, isMirrored)).Order(StringComparer.Ordinal);

    private static string Text(FlowDifference one, bool isMirrored)
    {
        var change = !isMirrored ? one.Change : one.Change switch
        {
            DifferenceKind.Added => DifferenceKind.Removed,
            DifferenceKind.Removed => DifferenceKind.Added,
            _ => one.Change,
        };
        var (before, after) = isMirrored ? (one.Difference, one.Reference) : (one.Reference, one.Difference);
        return $"{change} {one.TaskName}|{one.Field}: {before} -> {after}";
    }
}
