using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>A setting that Save Flow writes into a definition, and that answers about a flow repeat.</summary>
/// <param name="Name">Field of Save Flow's body and of a flow's graph.</param>
/// <param name="Kept">Field of the definition.</param>
/// <param name="Take">Takes the value from a body, or refuses it.</param>
/// <param name="Read">Reads the value in a definition; empty when it is not there or has the wrong form.</param>
internal sealed record SavedSetting(
    string Name, string Kept, Func<RequestBody, string, JsonNode> Take, Func<JsonElement, string, JsonNode> Read)
{
    /// <summary>Field of an answered flow.</summary>
    public string Answered { get; init; } = Name;

    /// <summary>True when a body without the field leaves the setting as it is.</summary>
    public bool IsOptional { get; init; }

    /// <summary>One row for each setting.</summary>
    public static IReadOnlyList<SavedSetting> All { get; } =
    [
        new("name", "name", Filled, AnyText) { Answered = "flowName" },
        new("cycle", "cycle", Filled, AnyText),
        new("freq", "cron", Filled, AnyText),
        new("alertMode", "alertMode", Int, AnyInt),
        new("doAs", "submitter", Text, AnyText),
        new("owners", "owners", Text, AnyText) { Answered = "owner" },
        new("visitors", "visitors", Text, AnyText) { Answered = "visitor" },
        new("type", "type", Int, AnyInt),
        new("desc", "desc", Text, AnyText) { IsOptional = true },
        new("startTime", "startTime", Text, AnyText) { IsOptional = true },
        new("parameters", "parameters", ArrayText, AnyArray) { IsOptional = true },
    ];

    private static JsonNode Filled(RequestBody body, string name) => body.Filled(name);

    private static JsonNode Text(RequestBody body, string name) => body.Text(name);

    private static JsonNode Int(RequestBody body, string name) => body.Int(name);

    private static JsonNode ArrayText(RequestBody body, string name) => body.ArrayText(name);

    private static JsonNode AnyText(JsonElement definition, string name) => definition.AnyText(name);

    private static JsonNode AnyInt(JsonElement definition, string name) => definition.Int(name);

    private static JsonNode AnyArray(JsonElement definition, string name) =>
        definition.AnyText(name) is { Length: > 0 } text ? text : "[]";
}
