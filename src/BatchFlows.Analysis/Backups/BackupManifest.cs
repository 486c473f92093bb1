using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Backups;

/// <summary>What a backup holds beside the definitions. The same backup has the same bytes.</summary>
/// <param name="Gateway">Address of the gateway that was backed up.</param>
/// <param name="OrganizationId">ID of the organisation that was backed up.</param>
/// <param name="Directories">All directories, also empty ones, as names from below the root.</param>
/// <param name="Flows">The flows.</param>
internal sealed record BackupManifest(
    string Gateway, string OrganizationId, IReadOnlyList<IReadOnlyList<string>> Directories,
    IReadOnlyList<BackupEntry> Flows)
{
    private const int Version = 1;

    /// <summary>UTF-8 without BOM, with a line feed at the end.</summary>
    public byte[] ToUtf8()
    {
        var text = new JsonText(indented: true);
        text.Value(WireJson.ToElement(new JsonObject
        {
            ["version"] = Version,
            ["gateway"] = Gateway,
            ["organizationId"] = OrganizationId,
            ["directories"] = new JsonArray([.. Directories
                .OrderBy(names => string.Join("\0", names), StringComparer.Ordinal).Select(BackupEntry.ToJson)]),
            ["flows"] = new JsonArray([.. Flows
                .OrderBy(flow => flow.File, StringComparer.Ordinal).Select(flow => flow.ToJson())]),
        }));
        text.EndLine();
        return text.ToUtf8();
    }

    /// <exception cref="FormatException">It is something else, or a later version of the module wrote it.</exception>
    public static BackupManifest Parse(byte[] content)
    {
        var (form, root) = JsonBody.Parse(content);
        if (form != BodyForm.Json || root.ValueKind != JsonValueKind.Object)
            throw new FormatException("it is not a JSON object");
        if (root.Field("version").AsInteger() is not { } version) throw new FormatException("it names no version");
        if (version > Version) throw new FormatException("a later version of this module wrote it");
        return new BackupManifest(
            root.Field("gateway").AsText() ?? "", root.Field("organizationId").AsText() ?? "",
            [.. BackupEntry.ItemsOf(root.Field("directories")).Select(BackupEntry.NamesIn)],
            [.. BackupEntry.ItemsOf(root.Field("flows")).Select(BackupEntry.Read)]);
    }
}
