using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace BatchFlows.Help;

/// <summary>
/// The error IDs, each with its cause and remedy, in an about topic in place of a line of the topic's text.
/// </summary>
internal static class ErrorList
{
    private const string Placeholder = "    {list of errors}\n";
    private const string Indent = "     "; // and a blank before each word
    private const int Width = 80;

    /// <param name="topic">The text of the topic.</param>
    /// <param name="model">Path of the assembly that declares the kinds; its comments lie beside it.</param>
    public static string Insert(string topic, string model)
    {
        if (!topic.Contains(Placeholder, StringComparison.Ordinal))
            throw new InvalidOperationException($"The text of the topic has no line '{Placeholder.TrimEnd()}'.");
        var comments = new Comments(Path.ChangeExtension(model, ".xml"));
        var kinds = Assembly.LoadFrom(model).GetType("BatchFlows.FailureKind", throwOnError: true)!;
        return topic.Replace(
            Placeholder,
            string.Join("\n", comments.ValuesOf(kinds.FullName!).Select(
                kind => $"    {kind.Name}\n{Lines(kind.Summary)}{Lines(RemedyOf(kinds.GetField(kind.Name)!))}")),
            StringComparison.Ordinal);
    }

    private static string RemedyOf(FieldInfo kind) =>
        (string)kind.GetCustomAttributesData().Single(row => row.AttributeType.Name == "FailureAttribute")
            .ConstructorArguments[1].Value!;

    private static string Lines(string text)
    {
        var lines = new List<string> { Indent };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + 1 + word.Length > Width) lines.Add(Indent);
            lines[^1] += " " + word;
        }

        return string.Concat(lines.Select(line => line + "\n"));
    }
}
