using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatchFlows.Analysis.Canonical;

namespace BatchFlows.Analysis.Comparison;

/// <summary>A flow and its counterpart.</summary>
/// <param name="Reference">Null for a flow that only the other side has.</param>
/// <param name="Difference">Null for a flow that only the reference has.</param>
internal sealed record FlowPair(ComparedFlow? Reference, ComparedFlow? Difference)
{
    /// <summary>
    /// Flows by their names. Where one side has several of a name, they are told apart by their directories.
    /// </summary>
    public static IEnumerable<FlowPair> Of(
        IReadOnlyCollection<ComparedFlow> reference, IReadOnlyCollection<ComparedFlow> difference)
    {
        var doubled = new HashSet<string>(Doubled(reference).Concat(Doubled(difference)));
        return Pairs.ByName(
                reference, difference, flow => doubled.Contains(flow.Name) ? $"{flow.Name}\n{flow.Path}" : flow.Name,
                flow => CanonicalText.Of(flow.Definition.ToElement(), Shape.Flow))
            .Select(pair => new FlowPair(pair.Reference, pair.Difference));
    }

    /// <summary>What differs; a flow without counterpart is one difference.</summary>
    public IReadOnlyList<FlowDifference> Differences() =>
        Reference is null ? [Whole(DifferenceKind.Added, Difference!)]
        : Difference is null ? [Whole(DifferenceKind.Removed, Reference)]
        : FlowComparison.Of(Reference.Definition, Difference.Definition);

    /// <summary>A patch that makes the other definition of the reference's files.</summary>
    public string ToPatch()
    {
        var place = Reference ?? Difference!;
        var (before, after) = (place.FilesOf(Reference?.Definition), place.FilesOf(Difference?.Definition));
        var patch = new StringBuilder();
        foreach (var path in before.Keys.Union(after.Keys))
            patch.Append(UnifiedDiff.OfFile(path, Text(before, path), Text(after, path)));
        return patch.ToString();

        static string? Text(IReadOnlyDictionary<string, string> files, string path) =>
            files.TryGetValue(path, out var text) ? text : null;
    }

    private static FlowDifference Whole(DifferenceKind change, ComparedFlow flow) => new(
        change, flow.Name, taskName: null, "Flow", change == DifferenceKind.Removed ? flow.Path : "",
        change == DifferenceKind.Added ? flow.Path : "");

    private static IEnumerable<string> Doubled(IEnumerable<ComparedFlow> flows) =>
        flows.GroupBy(flow => flow.Name).Where(same => same.Skip(1).Any()).Select(same => same.Key);
}
