using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Analysis.Impacts;

namespace BatchFlows.Benchmarks;

/// <summary>Ten times as many tasks take ten times as long, whatever is asked of their graph.</summary>
internal static class GraphCases
{
    private const int TasksPerFlow = 20;
    private const double Goal = 1.1;

    private static readonly int[] Sizes = [1_000, 10_000];

    public static IEnumerable<Row> Measure(Pairs pairs)
    {
        foreach (var few in Sizes)
        {
            var many = 10 * few;
            // Ten graphs, because one that is asked ten times stays in the processor's cache; a user's is asked once.
            var (large, small) = (FlowsOf(many), Enumerable.Range(0, 10).Select(_ => FlowsOf(few)).ToArray());
            var (largeGraph, smallGraphs) = (GraphOf(large), Array.ConvertAll(small, GraphOf));
            yield return Compare("graph of", () => GraphOf(large), small, flows => GraphOf(flows));
            yield return Compare("circles and layers of", () => Layers(largeGraph), smallGraphs, Layers);
            yield return Compare("dependencies of", () => Walk(largeGraph), smallGraphs, Walk);
            yield return Compare("impact on", () => Hit(largeGraph, many), smallGraphs, graph => Hit(graph, few));

            Row Compare<T>(string what, Action ours, T[] floors, Action<T> floor) => pairs.CompareTimes(
                $"{what} {many:N0} tasks (floor: ten of {few:N0})", Goal, ours, () => Array.ForEach(floors, floor));
        }
    }

    private static DependencyGraph GraphOf(FlowDefinition[] flows) =>
        DependencyGraph.OfTasks([.. flows.Select((flow, i) => new KnownFlow(flow, i + 1, true))]);

    private static void Layers(DependencyGraph graph) => Components.In(graph.Graph).Layers(graph.Graph);

    private static void Walk(DependencyGraph graph)
    {
        if (DependencyTree.Of(graph, graph.Flows[0], null, isUp: false, int.MaxValue).Count() < graph.Flows.Count)
            throw new InvalidOperationException("All flows wait for the first.");
    }

    private static void Hit(DependencyGraph graph, int tasks)
    {
        var question = new ImpactQuestion(
            graph.Flows[0], ImpactCause.Disable, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
            TimeZoneInfo.Utc, new Dictionary<KnownFlow, TimeSpan>());
        if (ImpactSearch.Of(graph, question).Count != (tasks / TasksPerFlow) - 1)
            throw new InvalidOperationException("All other flows wait for the first.");
    }

    /// <summary>A tree of flows, each of which waits for one or two others.</summary>
    private static FlowDefinition[] FlowsOf(int tasks) =>
        [.. Enumerable.Range(0, tasks / TasksPerFlow).Select(i => FlowDefinition.Parse(Text(i)))];

    private static string Text(int number)
    {
        var text = new StringBuilder(
            $$"""{"name":"flow_{{number}}","cycle":"D","cron":"0 {{number % 60}} 4 * * ? *","type":1,"tasks":[""");
        text.AppendJoin(',', Enumerable.Range(0, TasksPerFlow).Select(i => $$"""{"name":"t{{i}}","asLink":true}"""));
        text.Append("],\"relations\":[");
        text.AppendJoin(',', Enumerable.Range(1, TasksPerFlow - 1).Select(
            i => $$"""{"sourceTaskName":"t{{(i - 1) / 2}}","targetTaskName":"t{{i}}"}"""));
        text.Append(']');
        if (number > 0)
        {
            text.Append(
                $$"""
                ,"flowLinks":[{"linkId":"0","sourceFlowName":"flow_{{(number - 1) / 3}}"}],
                "taskLinks":[{"linkId":"1","sourceFlowName":"flow_{{number / 2 % number}}","sourceTaskName":"t3"}],
                "linkRelations":[{"linkId":"0","targetTaskName":"t0"},{"linkId":"1","targetTaskName":"t4"}]
                """);
        }

        return text.Append('}').ToString();
    }
}
