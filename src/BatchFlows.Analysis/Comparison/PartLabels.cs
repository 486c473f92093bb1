using System;
using System.Linq;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Comparison;

/// <summary>
/// The names by which parts of a flow are the same in two definitions. IDs of links are not among them, because each
/// copy of a flow may have others.
/// </summary>
internal sealed class PartLabels(JsonElement flow)
{
    private readonly Lazy<ILookup<string, string>> _links = new(() =>
        new[] { "flowLinks", "taskLinks" }.SelectMany(list => flow.Field(list).AsItems())
            .ToLookup(link => TextOf(link, "linkId"), OfLink));

    public string Of(JsonElement part, string list) => part.ValueKind != JsonValueKind.Object
        ? ValueText.Of(part)
        : list switch
        {
            "tasks" => TextOf(part, "name"),
            "relations" => $"{TextOf(part, "sourceTaskName")} -> {TextOf(part, "targetTaskName")}",
            "linkRelations" => $"{SourceOf(TextOf(part, "linkId"))} -> {TextOf(part, "targetTaskName")}",
            _ => OfLink(part),
        };

    private string SourceOf(string linkId) => _links.Value.Contains(linkId)
        ? string.Join(", ", _links.Value[linkId].OrderBy(name => name, StringComparer.Ordinal))
        : $"link {linkId}";

    private static string OfLink(JsonElement link) => TextOf(link, "sourceTaskName") is { Length: > 0 } task
        ? $"{TextOf(link, "sourceFlowName")}/{task}"
        : TextOf(link, "sourceFlowName");

    private static string TextOf(JsonElement part, string field) => part.Field(field).AsText() ?? "";
}
