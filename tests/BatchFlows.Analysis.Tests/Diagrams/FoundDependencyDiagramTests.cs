using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Analysis.Tests.Graphs;

namespace BatchFlows.Analysis.Tests;

public class FoundDependencyDiagramTests
{
    [Fact]
    public void Flows_AreDrawnOnce_WithBrokenLinksAndCircles()
    {
        var diagram = Of(DependencyGraph.OfFlows(Seed.Of("a c", "b a gone", "c b", "d b")), "b", null);

        Assert.Equal(("Dependencies of b", "5 flows"), (diagram.Title, diagram.Note));
        Assert.Equal(
            ["Circle Flow a ", "Broken Flow b ", "Circle Flow c ", "None Flow d ", "None Missing gone missing"],
            diagram.Nodes.Select(node => $"{node.Mark} {node.Kind} {node.Label} {node.Note}").OrderBy(text => text.Split(' ')[2]));
        Assert.Equal(
            ["a>b Circle", "b>c Circle", "b>d None", "c>a Circle", "gone>b Broken"],
            diagram.Edges.Select(edge => $"{diagram.Nodes[edge.From].Label}>{diagram.Nodes[edge.To].Label} {edge.Mark}").Order());
        Assert.Contains(
            "broken link: No flow named 'gone' was found.", diagram.Nodes.Single(node => node.Label == "b").Details);
    }

    [Fact]
    public void Tasks_AreDrawnWithTheirFlows()
    {
        var diagram = Of(DependencyGraph.OfTasks(Seed.Flows), "etl_meter_readings", "load_readings");

        Assert.Equal("Dependencies of etl_meter_readings/load_readings", diagram.Title);
        Assert.Contains("Task forecast forecast_demand", diagram.Nodes.Select(node => $"{node.Kind} {node.Label} {node.Note}"));
        Assert.Contains(
            "Flow etl_meter_readings end of the flow", diagram.Nodes.Select(node => $"{node.Kind} {node.Label} {node.Note}"));
        Assert.Equal(diagram.Nodes.Count, diagram.Nodes.Select(node => (node.Label, node.Note)).Distinct().Count());
    }

    private static Diagram Of(DependencyGraph graph, string name, string? task)
    {
        var flow = graph.Flows.Single(one => one.Name == name);
        return FoundDependencyDiagram.Of(
        [
            .. DependencyTree.Of(graph, flow, task, isUp: true, int.MaxValue),
            .. DependencyTree.Of(graph, flow, task, isUp: false, int.MaxValue),
        ]);
    }
}
