using System.Globalization;
using System.Linq;

namespace BatchFlows.Analysis.Schedules;

/// <summary>
/// How graphs of the service name a task of another flow: <c>104891(tass)</c>, its ID and its name, without its flow.
/// </summary>
internal static class LinkedTask
{
    /// <summary>ID of the task; null for another text.</summary>
    public static long? IdIn(string text) =>
        text.Split('(') is [var digits, _, ..]
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : null;

    /// <summary>Name of the task in a text with an ID.</summary>
    public static string NameIn(string text)
    {
        var start = text.IndexOf('(') + 1;
        var isClosed = text.Length > start && text[text.Length - 1] == ')';
        return text.Substring(start, text.Length - start - (isClosed ? 1 : 0));
    }

    /// <summary>
    /// The flow and the task, such as <c>flow/task</c>, as the definition of the flow that waits names them; the text
    /// itself if that names none or several.
    /// </summary>
    /// <param name="definition">The flow that waits; null when it could not be read.</param>
    public static string FullName(string text, FlowDefinition? definition)
    {
        if (definition is null || IdIn(text) is null) return text;
        var links = definition.TaskLinks.Where(link => link.SourceTaskName == NameIn(text)).Select(link => $"{link}")
            .Distinct().ToArray();
        return links.Length == 1 ? links[0] : text;
    }
}
