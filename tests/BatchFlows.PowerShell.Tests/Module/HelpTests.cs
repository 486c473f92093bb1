using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What Get-Help tells, and whether it is true.</summary>
public sealed class HelpTests : IDisposable
{
    private readonly Engine _engine = Engine.WithSandbox();

    public static IEnumerable<TheoryDataRow<string, string>> Examples()
    {
        using var engine = new Engine();
        var examples = engine.Run(
            "Get-Command -Module BatchFlows.PowerShell | ForEach-Object { foreach ($e in (Get-Help $_.Name).Examples.Example) { [pscustomobject]@{ Command = $_.Name; Code = $e.Code } } }");
        return examples.Output.Select(example => new TheoryDataRow<string, string>($"{example.Properties["Command"].Value}", $"{example.Properties["Code"].Value}"));
    }

    /// <summary>Those that need no command of the standard modules, which the bare engine lacks.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> ExamplesOfEngine()
    {
        using var engine = new Engine();
        return Examples().Where(example => CommandsIn(example.Data.Item2).All(command => Exists(engine, command))).ToList();
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Every_command_has_a_synopsis_and_an_example_and_a_text_for_each_parameter()
    {
        var commands = OwnCommands();

        Assert.All(commands, command =>
        {
            var help = _engine.Run($"$help = Get-Help {command.Name} -Full; $help.Synopsis").Texts.Single();
            Assert.EndsWith(".", help, StringComparison.Ordinal);
            Assert.DoesNotContain('[', help); // the engine gives the syntax where there is no synopsis
            Assert.All(
                command.Parameters.Keys.Except(Cmdlet.CommonParameters),
                parameter => Assert.NotEmpty($"{_engine.Run($"($help.Parameters.Parameter | Where-Object Name -eq {parameter}).Description[0].Text").Texts.Single()}"));
        });
        Assert.Equal(commands.Select(command => command.Name), Examples().Select(example => example.Data.Item1).Distinct());
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_uses_its_command_and_parameters_that_exist(string command, string code)
    {
        AssertExist(code);
        Assert.Contains(CommandsIn(code), used => used.GetCommandName() == command);
    }

    [Theory]
    [InlineData("README.md", "(?<=```powershell\n).*?(?=```)")]
    [InlineData("module/en-US/about_BatchFlow.help.txt", "(?<=\n        )[$#A-Z0-9].*?(?=\n)")]
    public void Every_example_in_a_text_uses_parameters_that_exist(string file, string examples)
    {
        var found = Regex.Matches(File.ReadAllText(Path.Combine(Paths.Repository, file)), examples, RegexOptions.Singleline);

        Assert.InRange(found.Count, 3, 99);
        Assert.All(found, example => AssertExist(example.Value.Replace("PS> ", "", StringComparison.Ordinal).Split("\n\n    FlowId")[0]));
    }

    [Theory]
    [MemberData(nameof(ExamplesOfEngine))]
    public void Every_example_runs(string command, string code)
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(_engine.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{folder.Path}'); Set-BatchFlowSandbox -Speed 1000").Errors);

        var result = _engine.Run(code);

        Assert.True(result.Errors.Count == 0, $"{command}: {string.Join(' ', result.Errors)}");
    }

    private static bool Exists(Engine engine, CommandAst command) => engine.Run($"Get-Command {command.GetCommandName()}").Errors.Count == 0;

    private static IEnumerable<CommandAst> CommandsIn(string code)
    {
        var script = Parser.ParseInput(code, out _, out var errors);
        Assert.Empty(errors);
        return script.FindAll(part => part is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();
    }

    private void AssertExist(string code)
    {
        var known = OwnCommands().ToDictionary(command => command.Name, command => command.Parameters.Keys.ToList());
        Assert.All(CommandsIn(code).Where(command => command.GetCommandName()?.Contains("-BatchFlow", StringComparison.OrdinalIgnoreCase) == true), command =>
        {
            var parameters = Assert.Contains(command.GetCommandName(), known);
            Assert.Empty(command.CommandElements.OfType<CommandParameterAst>().Select(parameter => parameter.ParameterName).Except(parameters));
        });
    }

    private List<CommandInfo> OwnCommands() =>
        [.. _engine.Run("Get-Command -Module BatchFlows.PowerShell").Output.Select(command => (CommandInfo)command.BaseObject)];
}
