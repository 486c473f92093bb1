using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Rendering.Layout;

/// <summary>
/// A graph whose edges all lead from one layer to the next: a long edge is a chain of points, one in each layer that it
/// crosses.
/// </summary>
internal sealed class LayeredGraph
{
    /// <param name="layers">The layer of each node.</param>
    /// <param name="edges">Edges from a layer to a later one.</param>
    public LayeredGraph(int[] layers, IReadOnlyList<(int From, int To)> edges)
    {
        NodeCount = layers.Length;
        var all = new List<int>(layers);
        var steps = new List<(int From, int To)>();
        Chains = new (int First, int Count)[edges.Count];
        for (var i = 0; i < edges.Count; i++)
        {
            var (from, to) = edges[i];
            Chains[i] = (all.Count, layers[to] - layers[from] - 1);
            for (var layer = layers[from] + 1; layer < layers[to]; layer++)
            {
                steps.Add((from, all.Count));
                from = all.Count;
                all.Add(layer);
            }

            steps.Add((from, to));
        }

        Layers = [.. all];
        Steps = steps;
        After = new Adjacency(all.Count, steps);
        Before = new Adjacency(all.Count, steps, entering: true);
        LayerCount = all.Count == 0 ? 0 : all.Max() + 1;
    }

    /// <summary>How many are nodes; the others are points of long edges.</summary>
    public int NodeCount { get; }

    public int LayerCount { get; }

    /// <summary>The layer of each node and point.</summary>
    public int[] Layers { get; }

    public IReadOnlyList<(int From, int To)> Steps { get; }

    public Adjacency After { get; }

    public Adjacency Before { get; }

    /// <summary>The points of each edge, which follow one another.</summary>
    public (int First, int Count)[] Chains { get; }

    public bool IsPoint(int item) => item >= NodeCount;
}
