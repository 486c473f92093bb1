using System;
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
                kind => $"    {kind.Name}\n" + TopicText.Lines(kind.Summary)
                    + TopicText.Lines(RemedyOf(kinds.GetField(kind.Name)!)))),
            StringComparison.Ordinal);
    }

    private static string RemedyOf(FieldInfo kind) =>
        (string)kind.GetCustomAttributesData().Single(row => row.AttributeType.Name == "FailureAttribute")
            .ConstructorArguments[1].Value!;
}
