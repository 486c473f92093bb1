using System;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BatchFlows.Help;

/// <content>Parameters.</content>
internal static partial class HelpDocument
{
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
}
