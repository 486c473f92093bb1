using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BatchFlows.Help;

/// <summary>The documentation comments of an assembly, as the compiler collects them in a file.</summary>
internal sealed partial class Comments(string path)
{
    private readonly OrderedDictionary<string, XElement> _members = new(XDocument.Load(path).Descendants("member")
        .Select(member => KeyValuePair.Create(member.Attribute("name")!.Value, member)));

    /// <summary>The summary of a command, without the line breaks of the source.</summary>
    public string SummaryOf(Type command) => Text(Of($"T:{command.FullName}").Element("summary"));

    public IEnumerable<string> RemarksOf(Type command) =>
        Of($"T:{command.FullName}").Elements("remarks").SelectMany(Paragraphs);

    /// <summary>The examples of a command: what they show, and what is typed.</summary>
    public IEnumerable<(string Text, string Code)> ExamplesOf(Type command) =>
        Of($"T:{command.FullName}").Elements("example")
        .Select(
            example =>
                (Text(new XElement("text", example.Nodes()
                    .Where(node => node is not XElement { Name.LocalName: "code" }))), Code(example)));

    public string SummaryOf(PropertyInfo parameter) =>
        Text(Of($"P:{parameter.DeclaringType!.FullName}.{parameter.Name}").Element("summary"));

    /// <summary>The values of an enum and their summaries, in the order of the source.</summary>
    public IEnumerable<(string Name, string Summary)> ValuesOf(string type) => _members
        .Where(member => member.Key.StartsWith($"F:{type}.", StringComparison.Ordinal))
        .Select(member => (member.Key[(type.Length + 3)..], Text(member.Value.Element("summary"))));

    private XElement Of(string member) =>
        _members.TryGetValue(member, out var comment)
            ? comment
            : throw new InvalidOperationException($"{member} has no documentation comment.");

    private static IEnumerable<string> Paragraphs(XElement remarks) =>
        remarks.Elements("para").Any() ? remarks.Elements("para").Select(Text) : [Text(remarks)];

    private static string Code(XElement example)
    {
        var lines = (example.Element("code")?.Value ?? "").Trim('\r', '\n').TrimEnd().Split('\n')
            .Select(line => line.TrimEnd()).ToList();
        var margin = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length > margin ? line[margin..] : ""));
    }

    private static string Text(XElement? comment) =>
        comment is null ? "" : Blanks().Replace(string.Concat(comment.Nodes().Select(Word)), " ").Trim();

    private static string Word(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" } reference =>
            (reference.Attribute("langword")?.Value ?? reference.Attribute("cref")?.Value ?? "").Split('.', ':')[^1],
        XElement element => string.Concat(element.Nodes().Select(Word)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
