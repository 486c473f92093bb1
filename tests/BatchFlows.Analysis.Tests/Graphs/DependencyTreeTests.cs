using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Graphs;
using CsCheck;

namespace BatchFlows.Analysis.Tests.Graphs;

public class DependencyTreeTests
{
    private static readonly IReadOnlyList<KnownFlow> SeedFlows = Seed.Flows;

    [Fact]
    public void Down_OfTheSeed_IsATree() => Assert.Equal(
        [
            "1 etl_meter_readings -> ../reports/CON:weekly",
            "1 etl_meter_readings/load_readings -> bill_customers",
            "1 etl_meter_readings/load_readings -> forecast_demand",
            "2 forecast_demand/forecast -> ../reports/CON:weekly (repeated)",
        ],
        Rows(DependencyGraph.OfFlows(Seed.Flows), "etl_meter_readings", isUp: false));

    [Fact]
    public void Up_OfTheSeed_IsATree() => Assert.Equal(
        [
            "1 etl_meter_readings -> ../reports/CON:weekly",
            "1 forecast_demand/forecast -> ../reports/CON:weekly",
            "2 etl_meter_readings/load_readings -> forecast_demand (repeated)",
            "2 watch_substations -> forecast_demand",
        ],
        Rows(DependencyGraph.OfFlows(Seed.Flows), "../reports/CON:weekly", isUp: true));

    [Fact]
    public void Tasks_AreFollowedThroughFlows() => Assert.Equal(
        [
            "1 check_readings", "2 load_readings", "3 close_month", "4 rate_consumption", "5 book_revenue",
            "5 write_invoices",
            "3 drop_staging_files", "3 forecast", "4 render_report", "5 mail_report", "4 publish_forecast",
        ],
        DependencyTree.Of(
            DependencyGraph.OfTasks(SeedFlows), Flow(SeedFlows, "etl_meter_readings"), "fetch_readings", isUp: false,
            int.MaxValue)
            .Where(row => row is { TaskName: not null, IsRepeated: false })
                .Select(row => $"{row.Distance} {row.TaskName}"));

    [Fact]
    public void Depth_CutsTheTree() => Assert.Equal(
        ["1 a -> b"], Rows(DependencyGraph.OfFlows(Seed.Of("a", "b a", "c b")), "a", isUp: false, depth: 1));

    [Fact]
    public void WhatIsReachedTwice_IsOpenedOnce() => Assert.Equal(
        ["1 a -> b", "2 b -> d", "3 d -> e", "1 a -> c", "2 c -> d (repeated)"],
        Rows(DependencyGraph.OfFlows(Seed.Of("a", "b a", "c a", "d b c", "e d")), "a", isUp: false));

    [Fact]
    public void Circle_IsMarkedAndEnds() => Assert.Equal(
        ["1 a -> b (circle)", "2 b -> c (circle)", "3 c -> a (circle) (repeated)", "2 b -> d"],
        Rows(DependencyGraph.OfFlows(Seed.Of("a c", "b a", "c b", "d b")), "a", isUp: false));

    [Fact]
    public void FlowThatWaitsForItself_IsACircle() => Assert.Equal(
        ["1 a -> a (circle) (repeated)"], Rows(DependencyGraph.OfFlows(Seed.Of("a a")), "a", isUp: true));

    [Theory]
    [InlineData("bb missing", "", "No flow named 'missing' was found.")]
    [InlineData("other A", "", "No flow named 'A' was found. Did you mean a?")]
    [InlineData(
        "b a", """ "taskLinks":[{"linkId":"9","sourceFlowName":"a","sourceTaskName":"x"}],""",
        "The flow 'a' has no task 'x'. Did you mean t?")]
    public void BrokenLink_TellsWhy(string flow, string links, string problem)
    {
        var flows = Seed.Of("a", flow).ToArray();
        if (links.Length > 0)
        {
            flows[1] = new KnownFlow(
                FlowDefinition.Parse(
                    $$"""{"name":"b",{{links}}"tasks":[{"name":"t"}],"linkRelations":[{"linkId":"9","targetTaskName":"t"}]}"""),
                2);
        }

        var row = Assert.Single(
            DependencyTree.Of(DependencyGraph.OfFlows(flows), flows[1], null, isUp: true, int.MaxValue));

        Assert.Equal(problem, row.Problem);
        Assert.True(row.IsBroken);
    }

    [Fact]
    public void TaskThatMayNotBeLinked_AndLinkWithoutTask_AreBroken()
    {
        var flows = Seed.Of("a", "b").ToArray();
        flows[0].Definition.Tasks[0].AsLink = false;
        flows[1] = new KnownFlow(
            FlowDefinition.Parse(
                """
                {"name":"b","tasks":[{"name":"t"}],"taskLinks":[{"linkId":"0","sourceFlowName":"a","sourceTaskName":"t"}],
                 "flowLinks":[{"linkId":"1","sourceFlowName":"a"}],"linkRelations":[{"linkId":"0","targetTaskName":"t"}]}
                """),
            2);

        Assert.Equal(
            ["No task waits for the link.", "The task 't' of 'a' may not be linked, because its AsLink is not true."],
            DependencyTree.Of(DependencyGraph.OfFlows(flows), flows[1], null, isUp: true, int.MaxValue)
                .Select(row => row.Problem));
    }

    [Fact]
    public void Rows_AreAllEdgesOfWhatIsReached() =>
        Gen.Select(AnyFlows, Gen.Bool, Gen.Bool).Sample((flows, isUp, areTasks) =>
    {
        var graph = areTasks ? DependencyGraph.OfTasks(flows) : DependencyGraph.OfFlows(flows);
        var start = graph.Find(FlowVertex.Whole(flows[0]))!.Value;
        var reached = Reach.From(
            graph.Graph, areTasks && !isUp ? [start, graph.Find(FlowVertex.OfTask(flows[0], "t"))!.Value] : [start],
            isUp);
        var expected = Enumerable.Range(0, graph.Edges.Count)
            .Where(i => reached[isUp ? graph.Edges[i].Target : graph.Edges[i].Source] >= 0)
            .Select(i => graph.Edges[i])
            .Where(edge => isUp || edge.Link is not null || edge.Target != start)
            .Select(edge => (graph.Vertices[edge.Source].FlowName, graph.Vertices[edge.Target].FlowName))
            .Order();

        var rows = DependencyTree.Of(graph, flows[0], null, isUp, int.MaxValue).ToList();

        Assert.Equal(expected, rows.Select(row => (row.SourceFlowName, row.TargetFlowName)).Order());
        Assert.All(rows, row => Assert.Equal(row.Distance, 1 + reached[graph.Find(EndOf(row, flows, isUp))!.Value]));
    });

    internal static Gen<IReadOnlyList<KnownFlow>> AnyFlows => Gen.Int[1, 7].SelectMany(count =>
        Gen.Int[0, count].Array[0, 4].Array[count].Select(links => Seed.Of(
            [
                .. links.Select(
                    (sources, i) => string.Join(
                        " ", sources.Distinct().Select(source => $"f{source}").Prepend($"f{i}")))])));

    private static FlowVertex EndOf(FlowDependency row, IReadOnlyList<KnownFlow> flows, bool isUp)
    {
        var (name, task) = isUp ? (row.TargetFlowName, row.TargetTaskName) : (row.SourceFlowName, row.SourceTaskName);
        return new(flows.FirstOrDefault(flow => flow.Name == name), name, task);
    }

    private static KnownFlow Flow(IEnumerable<KnownFlow> flows, string name) => flows.Single(flow => flow.Name == name);

    private static IEnumerable<string> Rows(DependencyGraph graph, string flow, bool isUp, int depth = int.MaxValue) =>
        DependencyTree.Of(graph, Flow(graph.Flows, flow), null, isUp, depth).Select(row =>
            $"{row.Distance} {row}{(row.IsInCircle ? " (circle)" : "")}{(row.IsRepeated ? " (repeated)" : "")}");
}
