using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchFlows.Analysis.Names;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Backups;

/// <summary>A flow in the manifest of a backup.</summary>
/// <param name="File">Relative path of its file, with slashes.</param>
/// <param name="Commands">Relative paths of the files with its commands.</param>
/// <param name="FlowId">Its ID when it was backed up.</param>
/// <param name="FlowName">Its name.</param>
/// <param name="Directory">Names of directories from below the root; null when it was in none.</param>
/// <param name="IsActive">True when its schedule was active; null when the service did not say.</param>
/// <param name="Hash">SHA-256 of its definition, with all commands in it.</param>
internal sealed record BackupEntry(
    string File, IReadOnlyList<string> Commands, long FlowId, string FlowName, IReadOnlyList<string>? Directory,
    bool? IsActive, string Hash)
{
    /// <summary>All its files.</summary>
    public IEnumerable<string> Files => Commands.Prepend(File);

    public FlowPlace Place => new(FlowId, FlowName, Directory);

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["file"] = File,
            ["flowId"] = FlowId,
            ["name"] = FlowName,
            ["directory"] = Directory is null ? null : ToJson(Directory),
            ["active"] = IsActive,
            ["sha256"] = Hash,
        };
        if (Commands.Count > 0) json["commands"] = ToJson(Commands);
        return json;
    }

    /// <exception cref="FormatException">A field is missing, or a path could leave the folder.</exception>
    public static BackupEntry Read(JsonElement json) => new(
        PathIn(json.Field("file")), [.. ItemsOf(json.Field("commands")).Select(PathIn)],
        json.Field("flowId").AsInteger() ?? throw new FormatException("a flow in it has no ID"),
        json.Field("name").AsText() ?? throw new FormatException("a flow in it has no name"),
        json.Field("directory") is { ValueKind: JsonValueKind.Array } directory ? NamesIn(directory) : null,
        json.Field("active").AsFlag(), json.Field("sha256").AsText() ?? "");

    internal static JsonArray ToJson(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    internal static IReadOnlyList<string> NamesIn(JsonElement json) =>
        [.. ItemsOf(json).Select(name => name.AsText() ?? "")];

    internal static IEnumerable<JsonElement> ItemsOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];

    private static string PathIn(JsonElement json)
    {
        var path = json.AsExactText();
        // No backup writes a hidden file, and what the manifest names may be removed: .git/config, for example.
        var problem = RelativePath.ProblemOf(path)
            ?? (path!.Split('/').Any(name => name[0] == '.') ? "has a name that begins with a dot" : null);
        return problem is null ? path! : throw new FormatException($"the file '{path}' in it {problem}");
    }
}
