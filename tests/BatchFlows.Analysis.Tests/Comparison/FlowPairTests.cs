using System;
using System.Linq;
using BatchFlows.Analysis.Comparison;
using CsCheck;

namespace BatchFlows.Analysis.Tests;

/// <summary>
/// Flows of two sides are compared by their names, and a patch makes the files of one side those of the other.
/// </summary>
public class FlowPairTests
{
    [Fact]
    public void The_patch_of_flows_makes_the_other_files() =>
        Gen.Select(Definitions.Flow, Gen.OneOfConst(OneChange.All), Gen.Bool).Array[1, 10].Sample(
            flows =>
            {
                var pairs = flows.Select((flow, i) =>
                {
                    var (json, change, isSplit) = flow;
                    var before = OneChange.Prepare(json);
                    var after = FlowDefinition.Parse(before.ToJson());
                    change.Make(after);
                    return new FlowPair(
                        new ComparedFlow(before) { Directory = $"dir {i}", IsSplit = isSplit },
                        new ComparedFlow(after));
                }).ToArray();

                var made = PatchTool.Git.Apply(
                    string.Concat(pairs.Select(pair => pair.ToPatch())),
                    pairs.SelectMany(pair => pair.Reference!.FilesOf(pair.Reference.Definition)));

                Assert.Equal(
                    pairs.SelectMany(pair => pair.Reference!.FilesOf(pair.Difference!.Definition))
                        .OrderBy(file => file.Key),
                    made.OrderBy(file => file.Key));
            },
            iter: 30, threads: 1);

    [Fact]
    public void A_flow_of_one_side_only_is_one_difference_and_one_file()
    {
        var pair = Assert.Single(FlowPair.Of([Flow("a", "x")], []));

        Assert.Equal(["a Flow: - 'x/a'"], pair.Differences().Select(difference => difference.ToString()));
        Assert.StartsWith("diff --git a/x/a.flow.json b/x/a.flow.json\ndeleted file mode 100644\n", pair.ToPatch());
        Assert.Equal(
            ["a Flow: + 'x/a'"],
            FlowPair.Of([], [Flow("a", "x")]).Single().Differences().Select(difference => difference.ToString()));
    }

    [Theory]
    [InlineData("", "other")]
    [InlineData("x", "y")]
    public void A_flow_that_moved_is_compared_by_its_name(string directory, string other) => Assert.Empty(
        FlowPair.Of([Flow("a", directory)], [Flow("a", other)]).Single().Differences());

    [Fact]
    public void Flows_of_one_name_are_compared_by_their_directories()
    {
        var found = FlowPair.Of([Flow("a", "x", "1"), Flow("a", "y", "2")], [Flow("a", "y", "1"), Flow("a", "x", "2")]);

        Assert.Equal(
            ["a Cron: '1' -> '2'", "a Cron: '2' -> '1'"],
            found.SelectMany(pair => pair.Differences()).Select(difference => $"{difference}"));
    }

    [Fact]
    public void The_order_of_flows_is_no_difference() => Gen.Select(Definitions.Flow.Array[0, 5], Gen.Int).Sample(
        (flows, seed) =>
        {
            var others = flows.ToArray();
            new Random(seed).Shuffle(others);

            Assert.Empty(FlowPair.Of([.. flows.Select(Read)], [.. others.Select(Read)])
                .SelectMany(pair => pair.Differences()));
        });

    private static ComparedFlow Read(string json) => new(FlowDefinition.Parse(json));

    private static ComparedFlow Flow(string name, string directory, string cron = "0") =>
        new(new FlowDefinition { FlowName = name, Cron = cron }) { Directory = directory };
}
