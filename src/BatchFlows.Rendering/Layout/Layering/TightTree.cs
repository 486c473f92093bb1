using System;
using System.Collections.Generic;

namespace BatchFlows.Rendering.Layout.Layering;

/// <summary>
/// Shortens edges by the network simplex: a tree of edges that cannot be shorter holds all nodes. Where more edges pull
/// a branch of it one way than the other, the branch moves until another edge cannot be shorter, which then holds it.
/// </summary>
internal sealed partial class TightTree
{
    private const int MostMovesPerNode = 10;

    private readonly Adjacency _leaving;
    private readonly Adjacency _entering;
    private readonly int[] _layers;
    private readonly int[] _parents;
    private readonly int[] _pulls; // of the branch below each node: edges that leave it, less those that enter it
    private readonly List<int>[] _near; // neighbours in the tree
    private readonly int[] _seen;
    private readonly List<int> _branch = [];
    private int _look;

    /// <param name="layers">The layers by the longest paths, which are changed.</param>
    public TightTree(Adjacency leaving, Adjacency entering, int[] layers)
    {
        (_leaving, _entering, _layers) = (leaving, entering, layers);
        (_parents, _pulls, _seen) = (new int[layers.Length], new int[layers.Length], new int[layers.Length]);
        _near = new List<int>[layers.Length];
        for (var node = 0; node < layers.Length; node++) _near[node] = [];
        Grow();
    }

    public void Shorten()
    {
        var (count, moves) = (_layers.Length, 0);
        for (int node = 0, calm = 0; calm < count; node = (node + 1) % count, calm++)
        {
            if (!IsPulledAway(node) || moves == count * MostMovesPerNode) continue;
            Move(node);
            (calm, moves) = (-1, moves + 1);
        }
    }

    /// <summary>
    /// True when the branch should go away from its parent, which is in the layer before or after it.
    /// </summary>
    private bool IsPulledAway(int node) => _parents[node] >= 0
        && (_layers[_parents[node]] < _layers[node] ? _pulls[node] > 0 : _pulls[node] < 0);

    private void Move(int node)
    {
        Collect(node, _parents[node]);
        var isForward = _pulls[node] > 0;
        var (from, to, slack) = Nearest(isForward);
        foreach (var moved in _branch) _layers[moved] += isForward ? slack : -slack;
        var pull = _pulls[node];
        for (var above = _parents[node]; above >= 0; above = _parents[above]) _pulls[above] -= pull;
        _near[node].Remove(_parents[node]);
        _near[_parents[node]].Remove(node);
        Root(from, node, pull);
        _parents[from] = to;
        _near[from].Add(to);
        _near[to].Add(from);
        for (var above = to; above >= 0; above = _parents[above]) _pulls[above] += pull;
    }

    /// <summary>Makes another node of a branch its root.</summary>
    private void Root(int root, int old, int pull)
    {
        var (node, before, beforePull) = (root, -1, 0);
        while (true)
        {
            var (next, own) = (_parents[node], _pulls[node]);
            _parents[node] = before;
            _pulls[node] = pull - beforePull;
            if (node == old) break;
            (before, beforePull, node) = (node, own, next);
        }
    }

    /// <summary>The shortest edge between the branch and the rest, on the side to which the branch moves.</summary>
    private (int From, int To, int Slack) Nearest(bool isForward)
    {
        var nearest = (From: -1, To: -1, Slack: int.MaxValue);
        var side = isForward ? _leaving : _entering;
        foreach (var node in _branch)
        {
            for (var i = side.Start(node); i < side.End(node); i++)
            {
                var other = side.Ends[i];
                var slack = Math.Abs(_layers[other] - _layers[node]) - 1;
                if (_seen[other] != _look && slack < nearest.Slack) nearest = (node, other, slack);
            }
        }

        return nearest;
    }

    /// <summary>Collects the nodes that the tree connects with one, without those beyond another.</summary>
    private void Collect(int root, int beyond)
    {
        _look++;
        _branch.Clear();
        _branch.Add(root);
        _seen[root] = _look;
        for (var i = 0; i < _branch.Count; i++)
        {
            foreach (var near in _near[_branch[i]])
            {
                if (near == beyond && _branch[i] == root) continue;
                if (_seen[near] == _look) continue;
                _seen[near] = _look;
                _branch.Add(near);
            }
        }
    }
}
