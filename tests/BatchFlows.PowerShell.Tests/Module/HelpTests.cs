using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What Get-Help tells, and whether it is true. That examples run is a test of the real shell.</summary>
public sealed class HelpTests : IDisposable
{
    private const string AllExamples = """
        Get-Command -Module BatchFlows.PowerShell | ForEach-Object {
            foreach ($example in (Get-Help $_.Name).Examples.Example) {
                [pscustomobject]@{ Command = $_.Name; Code = $example.Code }
            }
        }
        """;

    private readonly Engine _engine = Engine.WithSandbox();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Every_command_has_a_synopsis_and_a_text_for_each_parameter_and_an_example()
    {
        var commands = OwnCommands();

        Assert.All(commands, command =>
        {
            var synopsis = _engine.Run($"$help = Get-Help {command.Name} -Full; $help.Synopsis").Texts.Single();
            Assert.EndsWith(".", synopsis, StringComparison.Ordinal);
            Assert.DoesNotContain('[', synopsis); // the engine gives the syntax where there is no synopsis
            Assert.All(
                command.Parameters.Keys.Except(Cmdlet.CommonParameters),
                parameter =>
                    Assert.NotEmpty(
                        _engine.Run(
                            $"($help.Parameters.Parameter | Where-Object Name -eq "
                                + $"{parameter}).Description[0].Text").Texts.Single()));
        });
        Assert.Equal(commands.Select(command => command.Name), ExamplesIn(_engine).Select(example => example.Command)
            .Distinct());
    }

    [Fact]
    public void Every_command_has_a_description_that_is_not_its_synopsis_and_three_titled_examples() =>
        Lists.AssertComplete(
        OwnCommands().Select(command => command.Name).SelectMany(command =>
        {
            var facts = _engine.Run(
                $"$help = Get-Help {command}; $help.Synopsis",
                "-join $help.Description.Text",
                "@($help.Examples.Example).Count",
                "@($help.Examples.Example.Title -notmatch '^Example \\d+: [A-Z].{8,}[^.]$').Count").Texts.ToArray();
            return new[]
            {
                facts[1].Length < 20 || facts[1].Contains(facts[0]) ? $"{command}: no description in its remarks" : "",
                int.Parse(facts[2], CultureInfo.InvariantCulture) < 3 ? $"{command}: {facts[2]} examples" : "",
                facts[3] != "0" ? $"{command}: an example without a title" : "",
            }.Where(problem => problem.Length > 0);
        }));

    [Fact]
    public void Every_command_names_its_page_for_online_help()
    {
        var project = _engine.Run(
            "(Get-Module BatchFlows.PowerShell).PrivateData.PSData.ProjectUri").Texts.Single();

        Lists.AssertComplete(OwnCommands().Cast<CmdletInfo>().SelectMany(command =>
        {
            var page = $"docs/help/{command.Name}.md";
            var address = $"{project}/blob/main/{page}";
            var own = command.ImplementingType.GetCustomAttribute<CmdletAttribute>()!.HelpUri;
            var link = _engine.Run($"(Get-Help {command}).RelatedLinks.NavigationLink[0].Uri").Texts.Single();
            return new[]
            {
                own == address ? "" : $"{command}: its HelpUri is '{own}' in place of '{address}'",
                link == address ? "" : $"{command}: the online version of its help is '{link}'",
                File.Exists(Path.Combine(Paths.Repository, page)) ? "" : $"{command}: there is no {page}",
            }.Where(problem => problem.Length > 0);
        }));
    }

    [Fact]
    public void A_prompt_for_a_mandatory_parameter_helps_with_the_beginning_of_its_help() => Lists.AssertComplete(
        OwnCommands().SelectMany(command => command.ParameterSets
            .SelectMany(set => set.Parameters.Where(parameter => parameter.IsMandatory)
                .Select(parameter => (Name: $"{command} -{parameter.Name} ({set.Name})", Parameter: parameter)))
            .Where(mandatory => mandatory.Parameter.HelpMessage is not { Length: > 10 } message
                || !HelpOf(command, mandatory.Parameter.Name).StartsWith(message, StringComparison.Ordinal))
            .Select(mandatory => $"{mandatory.Name}: its HelpMessage is '{mandatory.Parameter.HelpMessage}'")));

    [Fact]
    public void The_pages_in_the_repository_are_those_that_the_build_has_made()
    {
        var (made, kept) = (Pages("out/help"), Pages("docs/help"));

        Lists.AssertComplete(made.Keys.Union(kept.Keys)
            .Where(page => made.GetValueOrDefault(page) != kept.GetValueOrDefault(page))
            .Select(page => $"docs/help/{page} is not what the build made: copy out/help to docs/help"));

        static Dictionary<string, string> Pages(string folder) =>
            Directory.GetFiles(Path.Combine(Paths.Repository, folder))
                .ToDictionary(page => Path.GetFileName(page), page => File.ReadAllText(page).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_example_uses_its_command_and_parameters_that_exist() => Assert.All(ExamplesIn(_engine), example =>
    {
        AssertExist(example.Code);
        Assert.Contains(example.Command, CommandsIn(example.Code).Select(command => command.GetCommandName()));
    });

    [Theory]
    [InlineData("README.md", "(?<=```powershell\n(PS> )?)(?!PS> ).+?(?=```|\n\n   )")]
    [InlineData("module/en-US/about_BatchFlow*.help.txt", "(?<=\n        )[^ ].+?(?=\n)")]
    public void Every_example_in_a_text_uses_parameters_that_exist(string files, string examples)
    {
        var folder = Path.Combine(Paths.Repository, Path.GetDirectoryName(files)!);
        var found = Directory.GetFiles(folder, Path.GetFileName(files))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), examples, RegexOptions.Singleline)).ToList();

        Assert.InRange(found.Count, 4, 99);
        Assert.All(found, example => AssertExist(example.Value));
    }

    private string HelpOf(CommandInfo command, string parameter) => string.Join(
        ' ', _engine.Run($"(Get-Help {command} -Parameter {parameter}).Description.Text").Texts);

    private static List<(string Command, string Code)> ExamplesIn(Engine engine) =>
        [.. engine.Run(AllExamples).Output.Select(
            example => ($"{example.Properties["Command"].Value}", $"{example.Properties["Code"].Value}"))];

    private static IEnumerable<CommandAst> CommandsIn(string code)
    {
        var script = Parser.ParseInput(code, out _, out var errors);
        Assert.Empty(errors);
        return script.FindAll(part => part is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();
    }

    /// <summary>The commands of this module by their full names, and their parameters by theirs.</summary>
    private void AssertExist(string code)
    {
        var known = OwnCommands().ToDictionary(command => command.Name, command => command.Parameters.Keys.ToList());
        var used = CommandsIn(code).Where(
            command => command.GetCommandName()?.Contains("-BatchFlow", StringComparison.OrdinalIgnoreCase) == true);
        Assert.All(used, command =>
        {
            var parameters = Assert.Contains(command.GetCommandName(), known);
            Assert.Empty(command.CommandElements.OfType<CommandParameterAst>()
                .Select(parameter => parameter.ParameterName).Except(parameters));
        });
    }

    private List<CommandInfo> OwnCommands() =>
        [.. _engine.Run("Get-Command -Module BatchFlows.PowerShell").Output.Select(
            command => (CommandInfo)command.BaseObject)];
}
