using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Layout;

namespace BatchFlows.Rendering.Terminal;

/// <summary>
/// A graph as a tree: each node stands once, below the last of those that it follows, so that all others stand above.
/// </summary>
internal sealed class TreeOrder
{
    private static readonly List<int> None = [];

    private readonly List<int>?[] _children;
    private readonly List<int>?[] _others;
    private readonly List<int>?[] _backTo;

    private TreeOrder(Diagram diagram)
    {
        var edges = diagram.Edges.Select(edge => (edge.From, edge.To)).ToArray();
        var isBack = BackEdges.Of(diagram.Nodes.Count, edges);
        var count = diagram.Nodes.Count;
        (_children, _others, _backTo) = (new List<int>?[count], new List<int>?[count], new List<int>?[count]);
        Parents = [.. Enumerable.Repeat(-1, count)];
        foreach (var (from, to) in edges.Where((_, i) => isBack[i])) Add(_backTo, to, from);
        (int From, int To)[] forward = [.. edges.Where((_, i) => !isBack[i])];
        var followers = new Adjacency(count, forward);
        var waiting = new int[count];
        foreach (var (_, to) in forward) waiting[to]++;
        Roots = [.. Enumerable.Range(0, count).Where(node => waiting[node] == 0)];
        var open = new Stack<int>(Roots.Reverse());
        while (open.Count > 0)
        {
            var node = open.Pop();
            for (var i = followers.Start(node); i < followers.End(node); i++)
            {
                var next = followers.Ends[i];
                if (--waiting[next] > 0)
                {
                    Add(_others, next, node);
                    continue;
                }

                Add(_children, node, next);
                Parents[next] = node;
            }

            for (var i = Children(node).Count - 1; i >= 0; i--) open.Push(Children(node)[i]);
        }
    }

    public IReadOnlyList<int> Roots { get; }

    /// <summary>For each node, the one that it stands below; -1 for a root.</summary>
    public int[] Parents { get; }

    public static TreeOrder Of(Diagram diagram) => new(diagram);

    public List<int> Children(int node) => _children[node] ?? None;

    /// <summary>Those that a node follows without standing below them.</summary>
    public List<int> Others(int node) => _others[node] ?? None;

    /// <summary>Those that follow a node and that it follows as well, in a circle.</summary>
    public List<int> BackTo(int node) => _backTo[node] ?? None;

    private static void Add(List<int>?[] lists, int node, int other) => (lists[node] ??= []).Add(other);
}
