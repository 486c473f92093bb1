using System;
using System.Collections.Generic;
using BatchFlows.Model.Failures;

namespace BatchFlows.Analysis.Diagrams;

/// <summary>Collects nodes by their keys, and edges once each.</summary>
internal sealed class DiagramBuilder
{
    private readonly List<DiagramNode> _nodes = [];
    private readonly List<DiagramEdge> _edges = [];
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<(int From, int To), int> _byEnds = [];

    public int Count => _nodes.Count;

    /// <summary>A name as one line that is safe to show.</summary>
    public static string Shown(string? name) =>
        string.IsNullOrWhiteSpace(name) ? "(no name)" : ShownText.Clean(ShownText.Of(name!.Trim()));

    /// <summary>Adds a node. Of several with one key, relations mean the first.</summary>
    public void Add(string key, DiagramNode node)
    {
        if (!_byKey.ContainsKey(key)) _byKey.Add(key, _nodes.Count);
        _nodes.Add(node with { Label = Shown(node.Label) });
    }

    public bool Has(string key) => _byKey.ContainsKey(key);

    /// <summary>The node of a key; one that says that it is missing where there is none.</summary>
    public int Find(string key, string name)
    {
        if (!_byKey.ContainsKey(key)) Add(key, new DiagramNode(name, DiagramNodeKind.Missing) { Note = "missing" });
        return _byKey[key];
    }

    /// <summary>Adds an edge; one that is there already is left as it is.</summary>
    public void Connect(int from, int to, DiagramMark mark = DiagramMark.None)
    {
        if (_byEnds.ContainsKey((from, to))) return;
        _byEnds.Add((from, to), _edges.Count);
        _edges.Add(new DiagramEdge(from, to, mark));
    }

    public Diagram Build(string? title, string note = "") =>
        new(Shown(title), [.. _nodes], [.. _edges]) { Note = note };
}
