using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Comparison;
using BatchFlows.Binding;
using BatchFlows.Connections;

namespace BatchFlows.Commands;

/// <summary>One side of a comparison: where its flows come from, and those that were read.</summary>
/// <param name="sources">Empty for the whole organisation.</param>
/// <param name="paths">The files and folders among the sources.</param>
/// <param name="connection">The connection of its live flows; null for that of the command.</param>
internal sealed class ComparedSide(
    IReadOnlyList<FlowSource> sources, IReadOnlyList<string> paths, ConnectionReference? connection)
{
    // Names of flows that are there and were not read (yet), and how many there are of each.
    private readonly Dictionary<string, int> _unread = [];

    public IReadOnlyList<string> Paths => paths;

    public IEnumerable<FlowReference> LiveFlows => sources.Select(source => source.Flow).OfType<FlowReference>();

    /// <summary>The connections of which all flows are compared.</summary>
    public IEnumerable<ConnectionReference?> Organizations =>
        sources.Where(source => source.Organization is not null).Select(source => source.Organization)
            .Concat(sources.Count == 0 ? [connection] : []);

    public ConnectionReference? Connection => connection;

    /// <summary>True when it is one flow, which is compared whatever the other side calls it.</summary>
    public bool IsOneFlow => sources is [{ Organization: null }]
        && (sources[0].Flow is not null || (paths.Count == 1 && !System.IO.Directory.Exists(paths[0])));

    public List<ComparedFlow> Flows { get; } = [];

    /// <summary>True when it is not known which flows it has.</summary>
    public bool IsUnknown { get; set; }

    public bool IsRead => !IsUnknown && _unread.Count == 0;

    public void Expect(string what) => _unread[what] = _unread.TryGetValue(what, out var count) ? count + 1 : 1;

    public void Add(string what, ComparedFlow? flow)
    {
        if (--_unread[what] == 0) _unread.Remove(what);
        if (flow is not null) Flows.Add(flow);
    }

    /// <summary>True when a flow that this side seems to lack may be one that could not be read.</summary>
    public bool MayHave(ComparedFlow flow) =>
        IsUnknown || _unread.ContainsKey(flow.Name) || _unread.ContainsKey(flow.Stem) || (!IsRead && IsOneFlow);
}
