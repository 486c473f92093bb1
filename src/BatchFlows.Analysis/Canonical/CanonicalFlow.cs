using System;
using System.Text.Json;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>
/// The canonical form of a definition: the same definition has the same bytes, and what is read again is the same
/// definition. Objects are ordered by <see cref="Shape"/>; tasks, links and relations by their names, because the
/// service documents no meaning of their order. Users and parameters keep their order: they are texts on the wire, and
/// an unchanged definition must be sent as it was. So are link IDs, by which links and relations are joined.
/// </summary>
internal static class CanonicalFlow
{
    public const string SchemaAddress =
        "https://raw.githubusercontent.com/batchflows/BatchFlows.PowerShell/main/module/schemas/flow.schema.json";

    /// <summary>UTF-8 without BOM, with a line feed at the end.</summary>
    /// <param name="commands">Takes long commands into files of their own; null to leave all where they are.</param>
    public static byte[] Write(FlowDefinition flow, CommandFiles? commands = null)
    {
        var text = new CanonicalText(commands);
        text.WriteFlow(flow.ToElement());
        return text.ToUtf8();
    }

    /// <summary>True for an object in this form; false for one of the service's form.</summary>
    public static bool IsCanonical(JsonElement root) =>
        Marks.Find(root, Marks.Schema) is { ValueKind: JsonValueKind.String } address
        && address.AsText() == SchemaAddress;

    /// <summary>The definition in the service's form.</summary>
    /// <param name="readCommand">The text of a command's file.</param>
    /// <exception cref="FormatException">A reference to a file is no relative path.</exception>
    public static JsonElement Read(JsonElement root, Func<string, string> readCommand) =>
        JsonBody.Parse(new WireText(readCommand).OfFlow(root)).Root;
}
