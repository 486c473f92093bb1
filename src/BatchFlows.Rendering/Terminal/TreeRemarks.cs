using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;

namespace BatchFlows.Rendering.Terminal;

/// <summary>What stands beside a node of a tree: its state, and what it follows besides the node above it.</summary>
internal sealed class TreeRemarks(Diagram diagram, TreeOrder order)
{
    private readonly Dictionary<(int From, int To), DiagramMark> _marks = diagram.Edges
        .Where(edge => edge.Mark != DiagramMark.None).ToDictionary(edge => (edge.From, edge.To), edge => edge.Mark);

    /// <param name="node">The node.</param>
    /// <param name="isCut">True when its branch is continued below.</param>
    public string Of(int node, bool isCut)
    {
        var drawn = diagram.Nodes[node];
        var circle = Names(StatusMarks.WordOf(DiagramMark.Circle) + " after ", node, order.BackTo(node));
        var isMarked = drawn.Mark == DiagramMark.Circle && circle.Length > 0;
        return string.Join("; ", new[]
        {
            DiagramDetails.Join(", ", isMarked ? circle : StatusMarks.WordOf(drawn.Mark), drawn.Note),
            Names("after ", node, order.Others(node)),
            isMarked ? "" : circle,
            WordOf(order.Parents[node], node) is { Length: > 0 } word ? $"arrow {word}" : "",
            isCut ? "continued below" : "",
        }.Where(text => text.Length > 0));
    }

    private string Names(string word, int node, List<int> before) => before.Count == 0
        ? ""
        : word + string.Join(", ", before.Select(one =>
            diagram.Nodes[one].Label + (WordOf(one, node) is { Length: > 0 } mark ? $" ({mark})" : "")));

    /// <summary>What is told of an arrow. That it is part of a circle, its nodes tell.</summary>
    private string WordOf(int from, int to) =>
        _marks.TryGetValue((from, to), out var mark) && mark != DiagramMark.Circle ? StatusMarks.WordOf(mark) : "";
}
