using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace BatchFlows.Help;

/// <summary>The help of commands in MAML, the form that Get-Help reads.</summary>
internal static partial class HelpDocument
{
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
                        Command + "inputType",
                        Type(TypeName(parameter)),
                        Description(About(command, parameter, comments))))),
            new XElement(
                Command + "returnValues",
                command.OutputType.Select(type => new XElement(Command + "returnValue", Type(type.Name)))),
            new XElement(Command + "examples", comments.ExamplesOf(command.ImplementingType).Select(Example)),
            new XElement(
                Command + "relatedLinks",
                Link("Online version", command.ImplementingType.GetCustomAttribute<CmdletAttribute>()!.HelpUri),
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

    private static IEnumerable<XAttribute> Namespaces() =>
        [new(XNamespace.Xmlns + "maml", Maml), new(XNamespace.Xmlns + "command", Command),
            new(XNamespace.Xmlns + "dev", Dev)];
}
