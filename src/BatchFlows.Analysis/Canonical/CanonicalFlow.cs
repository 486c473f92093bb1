using System;
using System.Text.Json;
using BatchFlows.Model.Definitions;
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

    /// <summary>Of files in this form.</summary>
    public const string Extension = ".flow.json";

    /// <summary>UTF-8 without BOM, with a line feed at the end.</summary>
    /// <param name="commands">Takes long commands into files of their own; null to leave all where they are.</param>
    public static byte[] Write(FlowDefinition flow, CommandFiles? commands = null)
    {
        var text = new CanonicalText(commands);
        text.WriteFlow(flow);
        return text.ToUtf8();
    }

    /// <summary>Reads the text of a file in this form or in the service's.</summary>
    /// <param name="isCanonical">
    /// True for a file whose name tells this form: one by hand may lack the address of the schema.
    /// </param>
    /// <param name="readCommand">The text of a command's file.</param>
    /// <exception cref="FormatException">It is no definition, or refers to a file by no relative path.</exception>
    public static FlowDefinition Read(string json, bool isCanonical, Func<string, string> readCommand)
    {
        var root = FlowDefinition.ReadObject(json);
        if (!isCanonical && !IsCanonical(root)) return DefinitionForm.Read(root);
        var flow = DefinitionForm.Read(ToWire(root, readCommand));
        Marks.Read(flow, root);
        return flow;
    }

    /// <summary>Takes over what an earlier file of a flow says of rules: the service does not know it.</summary>
    public static void KeepSuppressed(FlowDefinition flow, byte[] file)
    {
        if (file.AsSpan().IndexOf("\"$suppress\""u8) >= 0 && JsonBody.Parse(file) is { Form: BodyForm.Json } parsed)
            flow.Suppressed = Marks.Find(parsed.Root, Marks.Suppress) ?? default;
    }

    /// <summary>Why an object is no definition in the service's form; null when it is one.</summary>
    public static string? ProblemOf(FlowDefinition flow) =>
        IsCanonical(flow.ToElement()) ? "it is the text of a file" : DefinitionForm.ProblemOf(flow);

    internal static JsonElement ToWire(JsonElement root, Func<string, string> readCommand) =>
        JsonBody.Parse(new WireText(readCommand).OfFlow(root)).Root;

    private static bool IsCanonical(JsonElement root) =>
        Marks.Find(root, Marks.Schema)?.AsExactText() == SchemaAddress;
}
