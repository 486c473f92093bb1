using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BatchFlows.Help;

/// <summary>The help of commands in MAML, the form that Get-Help reads.</summary>
internal static partial class HelpDocument
{
    private const string Pages = "https://github.com/batchflows/BatchFlows.PowerShell/blob/main/docs/help/";

    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static XDocument Of(IReadOnlyCollection<CmdletInfo> commands, Comments comments) =>
        new(new XElement(
            Help + "helpItems",
            new XAttribute("schema", "maml"),
            commands.Select(command => OfCommand(
                command,
                commands.Where(other => other.Noun == command.Noun && other != command).Select(other => other.Name),
                comments))));

    private static XElement OfCommand(CmdletInfo command, IEnumerable<string> related, Comments comments)
    {
        var parameters = command.ParameterSets
            .SelectMany(set => set.Parameters)
            .Where(IsOurs)
            .GroupBy(parameter => parameter.Name)
            .Select(group => group.First())
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal);
        return new XElement(
            Command + "command",
            Namespaces(),
            new XElement(
                Command + "details",
                new XElement(Command + "name", command.Name),
                Description(comments.SummaryOf(command.ImplementingType)),
                new XElement(Command + "verb", command.Verb),
                new XElement(Command + "noun", command.Noun)),
            Description(comments.RemarksOf(command.ImplementingType)),
            new XElement(Command + "syntax", command.ParameterSets.Select(set => Syntax(command, set, comments))),
            new XElement(
                Command + "parameters", parameters.Select(parameter => Parameter(command, parameter, comments))),
            new XElement(
                Command + "inputTypes",
                parameters.Where(parameter => parameter.ValueFromPipeline)
                    .Select(parameter => new XElement(
                        Command + "inputType", Type(TypeName(parameter)), Description(About(command, parameter, comments))))),
            new XElement(
                Command + "returnValues",
                command.OutputType.Select(type => new XElement(Command + "returnValue", Type(type.Name)))),
            new XElement(Command + "examples", comments.ExamplesOf(command.ImplementingType).Select(Example)),
            new XElement(
                Command + "relatedLinks",
                Link("Online version", $"{Pages}{command.Name}.md"),
                related.Select(name => Link(name, "")),
                Link("about_BatchFlow", "")));
    }

    private static XElement Link(string text, string address) => new(
        Maml + "navigationLink", new XElement(Maml + "linkText", text), new XElement(Maml + "uri", address));

    private static XElement Type(string name) => new(Dev + "type", new XElement(Maml + "name", name));

    private static XElement Syntax(CmdletInfo command, CommandParameterSetInfo set, Comments comments) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", command.Name),
        set.Parameters.Where(IsOurs)
            .OrderByDescending(parameter => parameter.IsMandatory)
            .ThenBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
            .Select(parameter => Parameter(command, parameter, comments)));

    private static XElement Parameter(CmdletInfo command, CommandParameterInfo parameter, Comments comments)
    {
        var isSwitch = parameter.ParameterType == typeof(SwitchParameter);
        var about = About(command, parameter, comments);
        return new XElement(
            Command + "parameter",
            new XAttribute("required", parameter.IsMandatory ? "true" : "false"),
            new XAttribute(
                "globbing", parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any() ? "true" : "false"),
            new XAttribute("pipelineInput", Pipeline(parameter)),
            new XAttribute("position", parameter.Position < 0 ? "named" : $"{parameter.Position}"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            Description(about),
            isSwitch
                ? null
                : new XElement(Command + "parameterValue", new XAttribute("required", "true"), TypeName(parameter)),
            Type(TypeName(parameter)),
            new XElement(Dev + "defaultValue", isSwitch ? "False" : Default().Match(about).Groups[1].Value));
    }

    private static string About(CmdletInfo command, CommandParameterInfo parameter, Comments comments) =>
        parameter.Name switch
        {
            "WhatIf" => "Shows what would happen, and does nothing.",
            "Confirm" => "Asks before anything is done.",
            "First" => "Number of results to write. Default: all. The command ends its calls when it has them.",
            "Skip" => "Number of results to leave out at the beginning. Default: 0.",
            "IncludeTotalCount" => "Writes first that the total count is unknown: the service does not report it.",
            var name => comments.SummaryOf(command.ImplementingType.GetProperty(name)!),
        };

    /// <summary>The first sentence of an example is its title.</summary>
    private static XElement Example((string Text, string Code) example, int index)
    {
        var sentences = example.Text.Split(". ", 2);
        return new XElement(
            Command + "example",
            new XElement(Maml + "title", $"Example {index + 1}: {sentences[0].TrimEnd('.')}"),
            new XElement(Dev + "code", example.Code),
            new XElement(Dev + "remarks", sentences.Skip(1).Select(text => new XElement(Maml + "para", text))));
    }

    private static XElement Description(params IEnumerable<string> paragraphs) =>
        new(Maml + "description", paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph)));

    private static bool IsOurs(CommandParameterInfo parameter) =>
        !Cmdlet.CommonParameters.Contains(parameter.Name);

    private static string Pipeline(CommandParameterInfo parameter) =>
        (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
        {
            (true, true) => "true (ByValue, ByPropertyName)",
            (true, false) => "true (ByValue)",
            (false, true) => "true (ByPropertyName)",
            _ => "false",
        };

    private static string TypeName(CommandParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var element = type.IsArray ? type.GetElementType()! : type;
        var name = (Nullable.GetUnderlyingType(element) ?? element).Name;
        return type.IsArray ? name + "[]" : name;
    }

    [GeneratedRegex(@"Default: ([^.]+)\.(?=$| )")]
    private static partial Regex Default();

    private static IEnumerable<XAttribute> Namespaces() =>
        [new(XNamespace.Xmlns + "maml", Maml), new(XNamespace.Xmlns + "command", Command),
            new(XNamespace.Xmlns + "dev", Dev)];
}
