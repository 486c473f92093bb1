using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Terminal;

/// <summary>Draws a diagram as a tree for a terminal. Each node names the others that it follows.</summary>
internal sealed class TextTree
{
    private const int LeastWidth = 20;
    private const string Continued = " (continued)";

    private readonly Diagram _diagram;
    private readonly TreeOrder _order;
    private readonly Signs _signs;
    private readonly int _width;
    private readonly TreeRemarks _remarks;
    // Their texts are made when they are asked for: 100,000 of them would be moved by the garbage collector.
    private readonly List<(string Prefix, int Node, bool IsContinued, bool IsCut)> _lines;

    private TextTree(Diagram diagram, int width, bool isAscii)
    {
        (_diagram, _order, _signs) = (diagram, TreeOrder.Of(diagram), new Signs(isAscii));
        _width = Math.Max(LeastWidth, width);
        _lines = new(diagram.Nodes.Count);
        _remarks = new TreeRemarks(diagram, _order);
    }

    /// <param name="width">Most columns of a line.</param>
    /// <param name="isAscii">True for a terminal that shows ASCII only.</param>
    public static string Of(Diagram diagram, int width, bool isAscii) =>
        string.Concat(LinesOf(diagram, width, isAscii).Select(line => line.Text + "\n"));

    /// <inheritdoc cref="Of"/>
    public static IEnumerable<TreeLine> LinesOf(Diagram diagram, int width, bool isAscii)
    {
        var tree = new TextTree(diagram, width, isAscii);
        return tree.Heading().Concat(tree.Body());
    }

    private IEnumerable<TreeLine> Heading()
    {
        var title = _signs.Name(_diagram.Title);
        var (note, blank) = (_signs.Name(_diagram.Note), new TreeLine(""));
        if (note.Length == 0) return [new(Fit(title)), blank];
        return Columns.Of(title) + Columns.Of(note) + 2 <= _width
            ? [NoteLine($"{title}  {note}", title.Length + 2), blank]
            : [new(Fit(title)), .. Columns.Wrap(note, _width - 2).Select(line => NoteLine("  " + line, 2)), blank];
    }

    private TreeLine NoteLine(string text, int noteStart)
    {
        var word = StatusMarks.WordOf(_diagram.Mark);
        var start = text.IndexOf(word, noteStart, StringComparison.Ordinal);
        return new TreeLine(text) { Mark = _diagram.Mark, Word = (Math.Max(0, start), start < 0 ? 0 : word.Length) };
    }

    private IEnumerable<TreeLine> Body()
    {
        var sections = new Queue<(int Node, bool IsContinued)>(_order.Roots.Select(root => (root, false)));
        while (sections.Count > 0)
        {
            var (node, isContinued) = sections.Dequeue();
            AddSection(node, isContinued, sections);
        }

        // Most names decide where the second column begins, so that a long one does not push it out of sight.
        var counts = new int[(_width / 2) + 1];
        foreach (var (prefix, node, isContinued, _) in _lines)
            counts[Math.Min(Columns.Of(prefix + NameOf(node, isContinued)), _width / 2)]++;
        var column = 0;
        for (var names = counts[0]; names <= _lines.Count * 9 / 10 && column < _width / 2;) names += counts[++column];
        return _lines.Select(line =>
        {
            var mark = _diagram.Nodes[line.Node].Mark;
            var beside = line.IsContinued ? "" : _remarks.Of(line.Node, line.IsCut);
            var (text, besideStart) = Line(line.Prefix + NameOf(line.Node, line.IsContinued), beside, column);
            return new TreeLine(text)
            {
                Mark = mark,
                Sign = (line.Prefix.Length, _signs.Of(_diagram.Nodes[line.Node]).TrimEnd().Length),
                Word = (besideStart, beside.Length > 0 ? StatusMarks.WordOf(mark).Length : 0),
            };
        });
    }

    private void AddSection(int root, bool isContinued, Queue<(int Node, bool IsContinued)> sections)
    {
        if (isContinued) _lines.Add(("", root, IsContinued: true, IsCut: false));
        var open = new Stack<(int Node, string Prefix, string Below)>();
        if (isContinued) Open(root, "");
        else open.Push((root, "", ""));
        while (open.Count > 0)
        {
            var (node, prefix, below) = open.Pop();
            var isCut = below.Length > _width / 2 && _order.Children(node).Count > 0;
            _lines.Add((prefix, node, IsContinued: false, isCut));
            if (isCut) sections.Enqueue((node, true));
            else Open(node, below);
        }

        void Open(int node, string below)
        {
            var children = _order.Children(node);
            for (var i = children.Count - 1; i >= 0; i--)
            {
                var isLast = i == children.Count - 1;
                open.Push((
                    children[i], below + (isLast ? _signs.LastChild : _signs.Child),
                    below + (isLast ? "   " : _signs.Line)));
            }
        }
    }

    private string NameOf(int node, bool isContinued) =>
        _signs.Of(_diagram.Nodes[node]) + _signs.Name(_diagram.Nodes[node].Label) + (isContinued ? Continued : "");

    private (string Line, int RestStart) Line(string tree, string rest, int column)
    {
        if (rest.Length == 0) return (Fit(tree), _width);
        var shown = _signs.Name(rest);
        var most = Math.Max(_width - 2 - Math.Min(Columns.Of(shown), _width / 3), Math.Min(column, _width - 2));
        var name = Columns.Pad(Columns.Shorten(tree, most, _signs.Cut), column);
        var left = _width - Columns.Of(name) - 2;
        return left < 4
            ? (Fit(tree), _width)
            : ($"{name}  {Columns.Shorten(shown, left, _signs.Cut)}", name.Length + 2);
    }

    private string Fit(string text) => Columns.Shorten(text, _width, _signs.Cut);
}
