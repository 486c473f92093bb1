using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Graphs;
using CsCheck;

namespace BatchFlows.Analysis.Tests.Graphs;

public class GraphTests
{
    private const int Size = 12;

    private static readonly Gen<(int, int)[]> Edges = Gen.Select(
        Gen.Int[0, Size - 1], Gen.Int[0, Size - 1]).Array[0, 30];

    [Fact]
    public void Distances_AreThoseOfTheShortestWays() =>
        Gen.Select(Edges, Gen.Int[0, Size - 1], Gen.Bool).Sample((edges, start, isUp) =>
    {
        var ways = Ways(isUp ? [.. edges.Select(edge => (edge.Item2, edge.Item1))] : edges);

        Assert.Equal(
            Enumerable.Range(0, Size).Select(node => ways[start, node]), Reach.From(Of(edges), [start], isUp));
    });

    [Fact]
    public void WhatIsDown_HasTheStartUp() => Gen.Select(Edges, Gen.Int[0, Size - 1]).Sample((edges, start) =>
    {
        var graph = Of(edges);
        var down = Reach.From(graph, [start]);

        foreach (var node in Enumerable.Range(0, Size).Where(node => down[node] >= 0))
            Assert.Equal(down[node], Reach.From(graph, [node], isUp: true)[start]);
    });

    [Fact]
    public void Circles_AreTheNodesThatReachEachOther() => Edges.Sample(edges =>
    {
        var ways = Ways(edges, ofNothing: false);
        var expected = Enumerable.Range(0, Size).Where(node => ways[node, node] > 0)
            .Select(node => string.Join(" ", Enumerable.Range(0, Size).Where(
                other => other == node || (ways[node, other] > 0 && ways[other, node] > 0))))
            .Distinct();

        var graph = Of(edges);

        Assert.Equal(expected, Components.In(graph).Circles(graph).Select(circle => string.Join(" ", circle)));
    });

    [Fact]
    public void Layers_GrowAlongEdges_ExceptInCircles() => Edges.Sample(edges =>
    {
        var graph = Of(edges);
        var components = Components.In(graph);
        var layers = components.Layers(graph);

        foreach (var (source, target) in edges)
        {
            if (components.Of(source) == components.Of(target)) Assert.Equal(layers[source], layers[target]);
            else Assert.True(layers[source] < layers[target]);
        }

        foreach (var node in Enumerable.Range(0, Size).Where(node => layers[node] > 0))
        {
            Assert.Contains(edges, edge => components.Of(edge.Item2) == components.Of(node)
                && layers[edge.Item1] == layers[node] - 1);
        }
    });

    [Fact]
    public void ALongChain_IsWalkedWithoutRecursion()
    {
        const int Length = 200_000;
        var graph = Digraph.Of<int>([], Enumerable.Range(0, Length).Select(node => (node, node + 1)));

        Assert.Equal(Length, Reach.From(graph, [0])[Length]);
        Assert.Equal(Length, Components.In(graph).Layers(graph)[Length]);
    }

    private static ValueDigraph<int> Of(IEnumerable<(int, int)> edges) => Digraph.Of(Enumerable.Range(0, Size), edges);

    /// <summary>The lengths of all shortest ways (Floyd and Warshall); -1 where there is none.</summary>
    private static int[,] Ways((int Source, int Target)[] edges, bool ofNothing = true)
    {
        var ways = new int[Size, Size];
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++)
                ways[i, j] = i == j && ofNothing ? 0 : edges.Contains((i, j)) ? 1 : -1;
        }

        for (var k = 0; k < Size; k++)
        {
            for (var i = 0; i < Size; i++)
            {
                for (var j = 0; j < Size; j++)
                {
                    if (ways[i, k] < 0 || ways[k, j] < 0) continue;
                    var way = ways[i, k] + ways[k, j];
                    if (ways[i, j] < 0 || way < ways[i, j]) ways[i, j] = way;
                }
            }
        }

        return ways;
    }
}
