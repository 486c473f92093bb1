using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Comparison;

/// <summary>
/// What makes another definition of a reference. Tasks, links and relations are compared by their names; their order,
/// their IDs and the fields that a file does not hold are no difference.
/// </summary>
internal sealed class FlowComparison
{
    private readonly List<FlowDifference> _found = [];
    private readonly PartLabels _reference;
    private readonly PartLabels _difference;

    private FlowComparison(JsonElement reference, JsonElement difference)
    {
        _reference = new PartLabels(reference);
        _difference = new PartLabels(difference);
    }

    /// <returns>In the order of fields in a file, and of names.</returns>
    public static IReadOnlyList<FlowDifference> Of(FlowDefinition reference, FlowDefinition difference)
    {
        var (one, other) = (reference.ToElement(), difference.ToElement());
        var comparison = new FlowComparison(one, other);
        comparison.CompareObjects(new Place(reference.FlowName ?? ""), one, other, Shape.Flow);
        return comparison._found;
    }

    private void CompareObjects(Place place, JsonElement reference, JsonElement difference, Shape shape)
    {
        if (SameJson.Is(reference, difference)) return;
        foreach (var (name, one, other) in FieldsOf(reference, difference, shape))
            CompareField(place, name, one, other, shape);
    }

    private static IEnumerable<(string Name, JsonElement Reference, JsonElement Difference)> FieldsOf(
        JsonElement reference, JsonElement difference, Shape shape) =>
        Pairs.ByName(
                shape.Ordered(reference), shape.Ordered(difference),
                field => shape.Documented(field.Name) ?? field.Name, field => field.Value.GetRawText())
            .OrderBy(field => shape.RankOf(field.Name))
            .Select(field => (field.Name, field.Reference.Value, field.Difference.Value));

    private void CompareField(Place place, string name, JsonElement reference, JsonElement difference, Shape shape)
    {
        var role = shape.RoleOf(name);
        if (role == FieldRole.LeftOut || PartItems.IsLinkId(name, shape)) return;
        place = place.At(FieldTitle.Of(name, shape));
        if (role == FieldRole.Parts) CompareParts(place, name, reference, difference, shape.PartOf(name));
        else if (role == FieldRole.Users) CompareUsers(place, reference, difference);
        else if (role != FieldRole.Json) CompareValues(place, reference, difference);
        else if (name == "parameters") CompareParameters(place, reference, difference);
        else CompareValues(place, PartItems.Opened(reference), PartItems.Opened(difference));
    }

    private void CompareValues(Place place, JsonElement reference, JsonElement difference)
    {
        if (AreObjects(reference, difference))
        {
            CompareObjects(place, reference, difference, Shape.Unknown);
            return;
        }

        var (one, other) = (ValueText.Of(reference), ValueText.Of(difference));
        if (one == other) return;
        var change = one.Length == 0 ? DifferenceKind.Added
            : other.Length == 0 ? DifferenceKind.Removed
            : DifferenceKind.Changed;
        Add(change, place, one, other);
    }

    private void CompareUsers(Place place, JsonElement reference, JsonElement difference)
    {
        if (PartItems.OfUsers(reference) is not { } references || PartItems.OfUsers(difference) is not { } differences)
        {
            CompareValues(place, PartItems.Opened(reference), PartItems.Opened(difference));
            return;
        }

        foreach (var user in references.Except(differences)) Add(DifferenceKind.Removed, place, user, "");
        foreach (var user in differences.Except(references)) Add(DifferenceKind.Added, place, "", user);
    }

    private void CompareParameters(Place place, JsonElement reference, JsonElement difference)
    {
        if (PartItems.OfParameters(reference) is not { } references
            || PartItems.OfParameters(difference) is not { } differences)
        {
            CompareValues(place, PartItems.Opened(reference), PartItems.Opened(difference));
            return;
        }

        foreach (var (key, one, other) in Pairs.ByName(
            references, differences, item => item.Field("key").AsText() ?? "", ValueText.Of))
        {
            var parameter = place.At(key);
            if (IsMissing(one) || IsMissing(other)) AddItem(parameter, one, ValueOf(one), ValueOf(other));
            else foreach (var (name, before, after) in FieldsOf(one, other, Shape.Unknown))
                CompareValues(name == "value" ? parameter : parameter.At(name), before, after);
        }

        static string ValueOf(JsonElement item) => ValueText.Of(item.Field("value"));
    }

    private void CompareParts(
        Place place, string list, JsonElement reference, JsonElement difference, Shape shape)
    {
        if (list != "linkRelations" && SameJson.Is(reference, difference)) return;
        foreach (var (_, one, other) in Pairs.ByName(
            PartItems.OfList(reference).Select(part => (Label: _reference.Of(part, list), Part: part)),
            PartItems.OfList(difference).Select(part => (Label: _difference.Of(part, list), Part: part)),
            part => part.Label, part => PartItems.TextOf(part.Part, shape)))
        {
            var label = one.Label ?? other.Label;
            if (list == "tasks") place = place with { TaskName = label };
            if (one.Label is null || other.Label is null) AddItem(place, one.Part, one.Label ?? "", other.Label ?? "");
            else if (!AreObjects(one.Part, other.Part)) CompareValues(place, one.Part, other.Part);
            else CompareObjects(
                list == "tasks" ? place with { Field = "" } : place.Item(label!), one.Part, other.Part, shape);
        }
    }

    private void AddItem(Place place, JsonElement reference, string one, string other) =>
        Add(IsMissing(reference) ? DifferenceKind.Added : DifferenceKind.Removed, place, one, other);

    private void Add(DifferenceKind change, Place place, string reference, string difference) =>
        _found.Add(new FlowDifference(change, place.FlowName, place.TaskName, place.Field, reference, difference));

    private static bool AreObjects(JsonElement reference, JsonElement difference) =>
        reference.ValueKind == JsonValueKind.Object && difference.ValueKind == JsonValueKind.Object;

    private static bool IsMissing(JsonElement value) => value.ValueKind == JsonValueKind.Undefined;
}
