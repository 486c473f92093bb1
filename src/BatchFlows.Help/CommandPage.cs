using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace BatchFlows.Help;

/// <summary>The help of a command as Markdown.</summary>
/// <param name="command">The help as PowerShell reads it.</param>
internal sealed class CommandPage(XElement command)
{
    public string Name => Value(command, "details", "name");

    public string Synopsis => Value(command, "details", "description");

    public IEnumerable<string> Text =>
    [
        $"# {Name}", "", Synopsis, "",
        .. Section("Syntax", ["```powershell", .. Children(command, "syntax").Select(Syntax), "```"]),
        .. Section("Description", Children(command, "description").SelectMany(text => new[] { text.Value, "" })),
        .. Section("Examples", Children(command, "examples").SelectMany(Example)),
        .. Section("Parameters", Children(command, "parameters").SelectMany(Parameter)),
        .. Section("Inputs", Children(command, "inputTypes").Select(Item)),
        .. Section("Outputs", Children(command, "returnValues").Select(Item)),
        .. Section("Related links", Children(command, "relatedLinks").Where(link => Value(link, "uri").Length == 0)
            .Select(link => $"- [{Value(link, "linkText")}]({Value(link, "linkText")}.md)")),
    ];

    private static IEnumerable<string> Section(string title, IEnumerable<string> lines) =>
        lines.ToList() is { Count: > 0 } some
            ? [$"## {title}", "", .. some, .. some[^1].Length > 0 ? new[] { "" } : []]
            : [];

    private static string Syntax(XElement syntax) =>
        string.Join(' ', [Value(syntax, "name"), .. syntax.Elements().Skip(1).Select(Use)]);

    /// <summary>A parameter as it is typed: optional parts stand in brackets.</summary>
    private static string Use(XElement parameter)
    {
        var name = $"-{Value(parameter, "name")}";
        if (Attribute(parameter, "position") != "named") name = $"[{name}]";
        var use = Value(parameter, "parameterValue") is { Length: > 0 } value ? $"{name} <{value}>" : name;
        return Attribute(parameter, "required") == "true" ? use : $"[{use}]";
    }

    private static string[] Example(XElement example) =>
    [
        $"### {Value(example, "title")}", "", "```powershell", Value(example, "code"), "```", "",
        .. Value(example, "remarks") is { Length: > 0 } remarks ? new[] { remarks, "" } : [],
    ];

    private static string[] Parameter(XElement parameter)
    {
        string[] facts =
        [
            Value(parameter, "type"),
            Attribute(parameter, "required") == "true" ? "required" : "",
            Attribute(parameter, "position") is not "named" and var position ? $"position {position}" : "",
            Attribute(parameter, "pipelineInput") is not "false" and var input ? $"pipeline: {input[6..^1]}" : "",
            Attribute(parameter, "globbing") == "true" ? "wildcards" : "",
            Attribute(parameter, "aliases") is not "none" and var aliases ? $"aliases: {aliases}" : "",
        ];
        return
        [
            $"### -{Value(parameter, "name")}", "", Value(parameter, "description"), "",
            $"*{string.Join("; ", facts.Where(fact => fact.Length > 0))}*", "",
        ];
    }

    private static string Item(XElement item) =>
        $"- {Value(item, "type")}" + (Value(item, "description") is { Length: > 0 } text ? $": {text}" : "");

    private static IEnumerable<XElement> Children(XElement parent, string name) =>
        parent.Elements().Where(child => child.Name.LocalName == name).Elements();

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? "";

    private static string Value(XElement element, params IEnumerable<string> path) =>
        path.Aggregate<string, IEnumerable<XElement>>(
            [element], (found, name) => found.Elements().Where(child => child.Name.LocalName == name))
            .FirstOrDefault()?.Value ?? "";
}
