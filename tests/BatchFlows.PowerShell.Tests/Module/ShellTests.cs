using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace BatchFlows.PowerShell.Tests;

/// <summary>The launcher, as <c>dotnet run</c> starts it.</summary>
public class ShellTests
{
    [Fact]
    public async Task Without_arguments_it_runs_the_main_job()
    {
        var (text, _, exitCode) = await RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Matches(@"2924\s+daily 00:00\s+1\s+yourOwners\s+nFlow", text);
        Assert.Matches(@"Flow: 2924 nFlow[^:]+\stass\s+COMMAND\s+0\.5\s+1\s", text);
        Assert.Matches(@"nFlow  daily 00:00, 1 task\s+tass  COMMAND", text);
    }

    [Fact]
    public async Task An_argument_is_a_script()
    {
        var (text, _, exitCode) = await RunAsync(
            "Export-BatchFlow -FlowId 2924 | Get-BatchFlowTask | Where-Object Timeout -ge 300 | ForEach-Object { "
                + "$_.FlowId, $_.TaskName, $_.RunMode.Cpu }");

        Assert.Equal(0, exitCode);
        Assert.Equal(["2924", "tass", "0.5"], text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("Export-BatchFlow 666", 1, "FlowNotFound|Flow validation exception")]
    [InlineData("throw 'bad'", 1, "bad")]
    [InlineData("if (", 1, "Missing")]
    [InlineData("try { throw 'bad' } catch { 'good' }", 0, "")]
    [InlineData("Export-BatchFlow 666 -ErrorAction SilentlyContinue", 0, "")]
    [InlineData("exit 3", 3, "")]
    public async Task The_exit_code_tells_of_errors(string script, int expected, string error)
    {
        var (_, errors, exitCode) = await RunAsync(script);

        Assert.Equal(expected, exitCode);
        if (error.Length == 0) Assert.Empty(errors);
        else Assert.Matches(error, errors);
    }

    [Fact]
    public async Task It_has_all_standard_commands_and_takes_any_text_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var file = System.IO.Path.Combine(folder.Path, "it's.csv");

        var (text, errors, exitCode) = await RunAsync(
            $"Get-BatchFlow | Select-Object -First 1 | Export-Csv -Path '{file.Replace("'", "''", StringComparison.Ordinal)}'\n\"a 'b' \u00e9 $(1 + 1)\"");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal("a 'b' \u00e9 2", text.Trim());
        Assert.Contains("nFlow", await System.IO.File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_native_program_writes_to_standard_error_is_no_error()
    {
        var program = OperatingSystem.IsWindows() ? "cmd /c 'echo words 1>&2'" : "sh -c 'echo words >&2'";

        var (_, errors, exitCode) = await RunAsync($"{program}; 'after'");

        Assert.Equal(0, exitCode);
        Assert.Contains("words", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_find_the_module_by_its_name()
    {
        var (text, errors, exitCode) = await RunAsync(
            "Start-ThreadJob { Connect-BatchFlow -Sandbox; (Export-BatchFlow 2924).FlowName } | Receive-Job -Wait "
                + "-AutoRemoveJob");

        Assert.Equal((0, "", "nFlow"), (exitCode, errors, text.Trim()));
    }

    [Fact]
    public async Task An_error_that_is_not_the_last_word_counts_too()
    {
        var (text, errors, exitCode) = await RunAsync("Export-BatchFlow 666; 'after'");

        Assert.Equal((1, "after"), (exitCode, text.Trim()));
        Assert.Contains("666", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_reads_until_its_input_ends()
    {
        var (text, _, exitCode) = await RunAsync(
            "--interactive", input: "(Export-BatchFlow 2924).FlowName\n1..2 |\nForEach-Object { $_ + 40 }\n\n");

        Assert.Equal(0, exitCode);
        Assert.Contains("nFlow", text, StringComparison.Ordinal);
        Assert.Contains("42", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_in_the_environment_is_used_in_place_of_the_sandbox()
    {
        using var engine = new Engine();
        engine.Run(
            Engine.StartSandbox,
            "Set-BatchFlowProfile launched $sandbox.Gateway $sandbox.OrganizationId $sandbox.UserId");

        var (text, errors, exitCode) = await RunAsync(
            "(Export-BatchFlow 2924).ConnectionName",
            variables:
            [
                ("BATCHFLOWS_PROFILE", "launched"), ("BATCHFLOWS_ACCESS_KEY", Engine.AccessKey),
                ("BATCHFLOWS_SECRET_KEY", Engine.SecretKey),
            ]);

        Assert.Equal((0, "", "launched"), (exitCode, errors, text.Trim()));
    }

    [Fact]
    public async Task A_gateway_in_the_environment_is_used_in_place_of_the_sandbox()
    {
        using var engine = new Engine();
        var gateway = engine.Run(Engine.StartSandbox, "$sandbox.Gateway.AbsoluteUri").Texts.Single();
        var variables = EnvironmentTests.Variables.Zip(EnvironmentTests.ValuesFor(gateway));

        var (text, _, exitCode) = await RunAsync(variables: variables);

        Assert.Equal(0, exitCode);
        Assert.Matches(@"2924 nFlow[^:]+\stass\s", text);
        Assert.Equal("3", engine.Run("$sandbox.RequestCount").Texts.Single());
    }

    [Fact]
    public async Task What_a_command_needs_is_asked_for()
    {
        var (text, _, exitCode) = await RunAsync("--interactive", input: "(Export-BatchFlow).FlowName\n2924\n\n");

        Assert.Equal(0, exitCode);
        Assert.Contains("FlowId", text, StringComparison.Ordinal);
        Assert.Contains("nFlow", text, StringComparison.Ordinal);
    }

    private static Task<(string Output, string Errors, int ExitCode)> RunAsync(
        string? argument = null, string input = "", IEnumerable<(string Name, string Value)>? variables = null) =>
        Child.RunAsync(argument is null ? [Paths.Shell] : [Paths.Shell, argument], input, variables);
}
