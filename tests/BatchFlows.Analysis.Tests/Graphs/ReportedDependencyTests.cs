using System.Linq;
using BatchFlows.Analysis.Graphs;

namespace BatchFlows.Analysis.Tests.Graphs;

/// <summary>What users of other schedulers reported of dependencies between their flows, tried on ours.</summary>
public class ReportedDependencyTests
{
    // apache/airflow #268, mozilla/bigquery-etl #7587: between a daily and an hourly flow, the wrong run is waited for.
    [Theory]
    [InlineData("D", "0 0 1 * * ? *", "H", "0 10 * * * ? *", "2026-03-02 00:00", "2026-03-02 00:10 01:00")]
    [InlineData("D", "0 0 1 * * ? *", "H", "0 10 * * * ? *", "2026-03-02 01:30", "2026-03-03 00:10 01:00")]
    [InlineData("H", "0 10 * * * ? *", "D", "0 0 1 * * ? *", "2026-03-02 00:30", "2026-03-02 01:00 01:10")]
    [InlineData("M", "0 0 3 1 * ? *", "D", "0 0 4 * * ? *", "2026-03-02 00:30", "2026-04-01 04:00 04:00")]
    public void FlowsOfDifferentCycles_ShareTheUpstreamFlowsPeriod(
        string upstreamCycle, string upstreamCron, string cycle, string cron, string moment, string expected)
    {
        var flows = Seed.Of("a", "b a");
        (flows[0].Definition.Cycle, flows[0].Definition.Cron) = (upstreamCycle, upstreamCron);
        (flows[1].Definition.Cycle, flows[1].Definition.Cron) = (cycle, cron);

        var row = Assert.Single(ImpactTests.Ask(flows, "a", ImpactCause.Disable, moment));

        Assert.Equal(expected, $"{row.FirstRun:yyyy-MM-dd HH:mm} {row.FirstFelt:HH:mm}");
    }

    // apache/airflow #204: a flow that waits for itself never has a first run.
    [Fact]
    public void FlowThatWaitsForItself_IsACircle_AndHitsNobodyElse()
    {
        var flows = Seed.Of("a a");

        Assert.True(
            Assert.Single(DependencyTree.Of(DependencyGraph.OfFlows(flows), flows[0], null, isUp: true, 1)).IsInCircle);
        Assert.Empty(ImpactTests.Ask(flows, "a", ImpactCause.Fail, "2026-03-02 00:30"));
    }

    // dbt-labs/dbt-core #3992: with two disabled in a row, the second one is not known any more.
    [Fact]
    public void PausedFlowsInARow_AreAllShown_WithoutTimes()
    {
        var flows = Seed.Of("a", "b a", "c b", "d c");
        flows[1].IsActive = flows[2].IsActive = false;

        Assert.Equal(
            ["b", "c", "d"],
            ImpactTests.Ask(flows, "a", ImpactCause.Remove, "2026-03-02 00:30").Where(row => row.FirstFelt is null)
                .Select(row => row.FlowName));
    }

    // argoproj/argo-workflows #10321: what follows a task that was left out because of another one is lost.
    [Fact]
    public void TasksBehindTasksThatDoNotRun_AreAllNamed()
    {
        var flow = new KnownFlow(
            FlowDefinition.Parse(
                """
                {"name":"f","type":1,"cron":"0 0 4 * * ? *","tasks":[{"name":"o"},{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"},{"name":"e"}],
                 "relations":[{"sourceTaskName":"o","targetTaskName":"a"},{"sourceTaskName":"o","targetTaskName":"b"},
                  {"sourceTaskName":"a","targetTaskName":"c"},{"sourceTaskName":"b","targetTaskName":"d"},{"sourceTaskName":"d","targetTaskName":"e"}]}
                """),
            1, true);

        Assert.Equal(
            ["d", "e"],
            Assert.Single(ImpactTests.Ask([flow], "f", ImpactCause.Fail, "2026-03-02 00:30", "b")).TaskNames);
    }

    // fal-ai/dbt-fal #433: a link to something unknown broke the walk itself.
    [Fact]
    public void UnknownFlowsAndTasks_AreWalkedOver()
    {
        var flows = Seed.Of("a nobody", "b a");
        flows[1].Definition.LinkRelations[0].TargetTaskName = "gone";

        var graph = DependencyGraph.OfTasks(flows);

        Assert.Equal(
            ["No flow named 'nobody' was found."],
            DependencyTree.Of(graph, flows[0], null, isUp: true, 9).Select(row => row.Problem).OfType<string>());
        Assert.Equal(
            ["The flow has no task 'gone'."],
            DependencyTree.Of(graph, flows[0], null, isUp: false, 9).Select(row => row.Problem).OfType<string>());
        Assert.Equal("b", Assert.Single(ImpactTests.Ask(flows, "a", ImpactCause.Disable, "2026-03-02 00:30")).FlowName);
    }
}
