using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Graphs;
using CsCheck;

namespace BatchFlows.Analysis.Tests.Graphs;

public class ImpactLawTests
{
    private static readonly Gen<ImpactCause> Cause = Gen.OneOfConst(
        ImpactCause.Disable, ImpactCause.Remove, ImpactCause.Fail);

    [Fact]
    public void Hit_IsWhatCanBeReached() => Gen.Select(Flows, Cause).Sample((flows, cause) =>
    {
        var graph = DependencyGraph.OfFlows(flows);
        var reached = Reach.From(graph.Graph, [graph.Find(FlowVertex.Whole(flows[0]))!.Value]);

        Assert.Equal(
            flows.Skip(1).Where(flow => reached[graph.Find(FlowVertex.Whole(flow))!.Value] > 0)
                .Select(flow => flow.Name).Order(),
            ImpactTests.Ask(flows, "f0", cause, "2026-03-02 10:00").Select(row => row.FlowName).Order());
    });

    [Fact]
    public void WithoutALink_NothingIsHitThatWasNot_OrEarlier() =>
        Gen.Select(Flows, Cause, Gen.Int[0, 100]).Sample((flows, cause, which) =>
    {
        var before = ImpactTests.Ask(flows, "f0", cause, "2026-03-02 10:00");
        var links = flows.SelectMany(flow => flow.Definition.FlowLinks, (flow, link) => (flow, link)).ToArray();
        if (links.Length == 0) return;
        var (changed, removed) = links[which % links.Length];
        changed.Definition.FlowLinks.Remove(removed);

        var after = ImpactTests.Ask(flows, "f0", cause, "2026-03-02 10:00");

        Assert.All(after, row => Assert.Contains(before, old =>
            old.FlowName == row.FlowName && (row.FirstFelt is null || old.FirstFelt <= row.FirstFelt)));
    });

    [Fact]
    public void Delay_HitsNoMoreThanAFailure_AndDoesNotGrow() =>
        Gen.Select(Flows, Gen.Int[1, 30]).Sample((flows, hours) =>
    {
        var failed = ImpactTests.Ask(flows, "f0", ImpactCause.Fail, "2026-03-02 10:00")
            .Select(row => row.FlowName).ToHashSet();

        var late = ImpactTests.Ask(flows, "f0", ImpactCause.Delay, "2026-03-02 10:00", by: TimeSpan.FromHours(hours));

        Assert.Subset(failed, late.Select(row => row.FlowName).ToHashSet());
        Assert.All(late, row => Assert.InRange(row.LateBy!.Value.TotalHours, 0, hours));
    });

    [Fact]
    public void Times_AreNotBeforeTheMoment_NorBeforeThoseOnTheWay() =>
        Gen.Select(Flows, Cause).Sample((flows, cause) =>
    {
        var rows = ImpactTests.Ask(flows, "f0", cause, "2026-03-02 10:00").ToDictionary(row => row.FlowName);

        foreach (var row in rows.Values)
        {
            Assert.False(row.FirstFelt < new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8)));
            var names = row.Path.Split(" > ");
            Assert.Equal(("f0", row.FlowName, row.Distance), (names[0], names[^1], names.Length - 1));
            if (names.Length > 2) Assert.False(row.FirstFelt < rows[names[^2]].FirstFelt);
        }
    });

    /// <summary>Flows with links in all directions, and with all cycles.</summary>
    private static Gen<IReadOnlyList<KnownFlow>> Flows => Gen.Select(
        DependencyTreeTests.AnyFlows,
        Gen.Select(
            Gen.OneOfConst("mi", "H", "D", "W", "M", null), Gen.OneOfConst(
                "0 0 2 * * ? *", "0 30 5 * * ? *", "0 10 * * * ? *", "0 0/5 * * * ? *", "0 0 6 ? * MON *",
                "0 0 3 1 * ? *", "0 0 12 L * ? *", "x"),
            Gen.Bool).Array[8],
        (flows, settings) =>
        {
            for (var i = 0; i < flows.Count; i++)
            {
                (flows[i].Definition.Cycle, flows[i].Definition.Cron, var isPaused) = settings[i];
                if (i > 0 && isPaused && settings[i].Item1 == "M") flows[i].IsActive = false;
            }

            return flows;
        });
}
