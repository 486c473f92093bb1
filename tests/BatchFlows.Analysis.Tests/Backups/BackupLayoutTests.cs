using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Backups;
using BatchFlows.Analysis.Names;
using CsCheck;

namespace BatchFlows.Analysis.Tests;

public class BackupLayoutTests
{
    private static readonly Gen<string> Name = Gen.OneOf(
        Definitions.Text,
        Gen.OneOfConst(
            "etl", "ETL", "etl.flow.json", "backup.json", "BACKUP.JSON", "a/b", "a", "b", ".git", "..", "caf\u00e9",
            "cafe\u0301", "etl~12345678", "con", "x."));

    private static readonly Gen<FlowPlace[]> Organization = Gen.Select(Name, Name.Array[0, 3], Gen.Bool).Array[0, 12]
        .Select(flows => flows
            .Select((flow, i) => new FlowPlace(i + 1, flow.Item1, flow.Item3 ? flow.Item2 : null)).ToArray());

    [Fact]
    public void Paths_are_safe_and_differ_on_systems_that_ignore_case() =>
        Gen.Select(Organization, Gen.Bool).Sample((flows, splits) =>
        {
            var paths = BackupLayout.PathsOf(flows, splits);

            Assert.Equal(flows.Length, paths.Count);
            Assert.All(paths.Values, path => Assert.Null(RelativePath.ProblemOf(path)));
            Assert.All(
                paths.Values, path => Assert.False(path.StartsWith(".git/", StringComparison.OrdinalIgnoreCase)));
            var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "backup.json" };
            Assert.All(paths.Values, path => Assert.True(taken.Add(path.Normalize()), path));
            Assert.DoesNotContain(paths.Values, path => paths.Values.Any(
                other => other.StartsWith(path + "/", StringComparison.OrdinalIgnoreCase)));
        });

    [Fact]
    public void Paths_follow_from_names_and_not_from_IDs_or_order() =>
        Gen.Select(Organization, Gen.Int[1, 1000]).Sample((flows, shift) =>
        {
            // Flows of one name in one directory differ in nothing but their IDs.
            var distinct = flows.GroupBy(flow => string.Join("\0", (flow.Directory ?? []).Append(flow.FlowName)))
                .Select(group => group.First()).ToArray();
            var others = distinct.Reverse().Select(flow => flow with { FlowId = flow.FlowId * shift }).ToArray();

            var paths = BackupLayout.PathsOf(distinct, splitsCommands: false);

            Assert.Equal(
                distinct.Reverse().Select(flow => paths[flow.FlowId]),
                others.Select(flow => BackupLayout.PathsOf(others, splitsCommands: false)[flow.FlowId]));
        });

    [Fact]
    public void A_plain_name_is_kept() => Assert.Equal(
        "energy/meters/etl readings.flow.json",
        BackupLayout.PathsOf([new FlowPlace(1, "etl readings", ["energy", "meters"])], splitsCommands: true)[1]);

    [Fact]
    public void Commands_of_a_flow_do_not_go_into_a_directory_of_its_name()
    {
        FlowPlace[] flows = [new(1, "etl", []), new(2, "load", ["etl"])];

        Assert.Equal("etl.flow.json", BackupLayout.PathsOf(flows, splitsCommands: false)[1]);
        Assert.Equal($"{FileName.Hashed("etl")}.flow.json", BackupLayout.PathsOf(flows, splitsCommands: true)[1]);
    }
}
