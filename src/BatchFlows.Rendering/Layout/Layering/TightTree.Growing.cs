using System;
using System.Collections.Generic;

namespace BatchFlows.Rendering.Layout.Layering;

/// <content>How the tree comes about.</content>
internal sealed partial class TightTree
{
    /// <summary>
    /// Grows the tree from the first node: by edges that are short already, else by moving what there is.
    /// </summary>
    private void Grow()
    {
        var order = new List<int> { 0 };
        var isIn = new bool[_layers.Length];
        (isIn[0], _parents[0]) = (true, -1);
        for (var next = 0; order.Count < _layers.Length;)
        {
            for (; next < order.Count; next++)
            {
                Take(order[next], _leaving);
                Take(order[next], _entering);
            }

            if (order.Count < _layers.Length) next = Approach();
        }

        for (var i = order.Count - 1; i >= 0; i--)
        {
            var node = order[i];
            _pulls[node] += _leaving.Count(node) - _entering.Count(node);
            if (_parents[node] >= 0) _pulls[_parents[node]] += _pulls[node];
        }

        void Take(int node, Adjacency side)
        {
            for (var i = side.Start(node); i < side.End(node); i++)
            {
                var other = side.Ends[i];
                if (isIn[other] || Math.Abs(_layers[other] - _layers[node]) != 1) continue;
                (isIn[other], _parents[other]) = (true, node);
                _near[node].Add(other);
                _near[other].Add(node);
                order.Add(other);
            }
        }

        // Moves the tree to the nearest node outside; returns where in the order to go on.
        int Approach()
        {
            var (best, by, at) = (int.MaxValue, 0, 0);
            for (var i = 0; i < order.Count && best > 1; i++)
            {
                Look(i, _leaving, 1);
                Look(i, _entering, -1);
            }

            foreach (var node in order) _layers[node] += by;
            return at;

            void Look(int index, Adjacency side, int direction)
            {
                for (var i = side.Start(order[index]); i < side.End(order[index]); i++)
                {
                    var slack = Math.Abs(_layers[side.Ends[i]] - _layers[order[index]]) - 1;
                    if (isIn[side.Ends[i]] || slack >= best) continue;
                    (best, by, at) = (slack, slack * direction, index);
                }
            }
        }
    }
}
