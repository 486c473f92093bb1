using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Secrets;

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
        [.. Found().Select(difference => difference with { Pair = this })];

    /// <summary>A patch that makes the other definition of the reference's files.</summary>
    public string ToPatch()
    {
        var place = Reference ?? Difference!;
        var (one, other) = (Reference?.Definition, Difference?.Definition);
        if (one is not null && other is not null) (one, other) = Alike(one, other);
        var (before, after) = (place.FilesOf(one), place.FilesOf(other));
        var patch = new StringBuilder();
        foreach (var path in before.Keys.Union(after.Keys))
            patch.Append(UnifiedDiff.OfFile(path, Text(before, path), Text(after, path)));
        return patch.ToString();

        static string? Text(IReadOnlyDictionary<string, string> files, string path) =>
            files.TryGetValue(path, out var text) ? text : null;
    }

    /// <summary>
    /// The same of both sides but for what only files hold: placeholders for secrets, and what they say of rules.
    /// </summary>
    private static (FlowDefinition Reference, FlowDefinition Difference) Alike(
        FlowDefinition reference, FlowDefinition difference)
    {
        if (reference.MaskedSecrets.Count + difference.MaskedSecrets.Count > 0)
            (reference, difference) = (Masked(reference), Masked(difference));
        return (WithSuppressed(reference, difference), WithSuppressed(difference, reference));
    }

    private static FlowDefinition Masked(FlowDefinition flow) =>
        flow.MaskedSecrets.Count > 0 ? flow : SecretMask.Of(flow);

    /// <summary>The flow, with what the other's file says of rules if its own says nothing.</summary>
    private static FlowDefinition WithSuppressed(FlowDefinition flow, FlowDefinition other) =>
        flow.Suppressed.ValueKind != JsonValueKind.Undefined || other.Suppressed.ValueKind == JsonValueKind.Undefined
            ? flow
            : new FlowDefinition(flow.ToElement(), flow.FlowId, flow.ConnectionName)
            {
                Suppressed = other.Suppressed,
                MaskedSecrets = flow.MaskedSecrets,
            };

    private IReadOnlyList<FlowDifference> Found()
    {
        if (Reference is null) return [Whole(DifferenceKind.Added, Difference!)];
        if (Difference is null) return [Whole(DifferenceKind.Removed, Reference)];
        var (one, other) = Alike(Reference.Definition, Difference.Definition);
        return FlowComparison.Of(one, other);
    }

    private static FlowDifference Whole(DifferenceKind change, ComparedFlow flow) => new(
        change, flow.Name, taskName: null, "Flow", change == DifferenceKind.Removed ? flow.Path : "",
        change == DifferenceKind.Added ? flow.Path : "");

    private static IEnumerable<string> Doubled(IEnumerable<ComparedFlow> flows) =>
        flows.GroupBy(flow => flow.Name).Where(same => same.Skip(1).Any()).Select(same => same.Key);
}
