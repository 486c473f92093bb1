using System;
using System.Linq;
using System.Text.Json;
using CsCheck;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Each name that the service has finds what it names, and so does what completion offers for it.</summary>
public class NameTests
{
    public static TheoryData<string> Names =>
        ["[prod] etl*?", "a[1]", "a[1", "]a[", "a`[1", "a`b", "*", "?", "[", "a[]b", "[!x]", "it's [1]", "plain"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_found_as_it_is_written(string name)
    {
        using var engine = WithNames(name);

        var result = engine.Run(
            "(Get-BatchFlow -Name $name).FlowName -ccontains $name",
            "(Export-BatchFlow 7 | Get-BatchFlowTask -Name $name).TaskName -ccontains $name",
            "(Get-BatchFlowDirectory $name).Path -join '|'",
            "(Get-BatchFlow -Path $name).FlowId -join '|'",
            "(Get-BatchFlow -Owner $name).FlowId -contains 7",
            "(Get-BatchFlow $name).FlowName -ccontains $name",
            "(Export-BatchFlow $name).FlowId");

        Assert.Empty(result.Errors);
        Assert.Equal(["True", "True", name, "", "True", "True", "7"], result.Texts);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_completion_offers_for_a_name_finds_nothing_else(string name)
    {
        using var engine = WithNames(name);

        var result = engine.Run(
            """
            function Complete($typed) {
                for ($try = 0; $try -lt 500; $try++) {
                    $found = (TabExpansion2 $typed $typed.Length).CompletionMatches |
                        Where-Object { $_.ListItemText -ceq $name -or $_.ListItemText -ceq "7  $name" }
                    if ($found) { return $found.CompletionText }
                }
            }
            function Run($text) { & ([scriptblock]::Create($text)) }
            (Run "Get-BatchFlow -Name $(Complete 'Get-BatchFlow -Name ')").FlowName -join '|'
            (Run "Get-BatchFlow $(Complete 'Get-BatchFlow ')").FlowName -join '|'
            (Run "Export-BatchFlow $(Complete 'Export-BatchFlow ')").FlowName -join '|'
            (Run "Get-BatchFlowDirectory $(Complete 'Get-BatchFlowDirectory ')").Path -join '|'
            """);

        Assert.Empty(result.Errors);
        Assert.Equal([name, name, name, name], result.Texts);
    }

    /// <summary>
    /// Names of characters that mean something to the shell, or stand for those that do. They differ in more than
    /// case, which no search distinguishes, and backticks: a pattern may be spelled like another name.
    /// </summary>
    private static readonly Gen<string[]> AnyNames = Gen.String[
            Gen.Char["aB09_-+.,;:|&(){}[]@#$`'\"<>%=*?~!/\\^ \t\u00e4\u2013\u2018\u2019\u201c\u201e"], 1, 6]
        .Array[30].Select(names => names
            .Select(name => $"{name.TrimStart()}z")
            .DistinctBy(name => name.Replace("`", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase)
            .ToArray());

    [Fact]
    public void What_completion_offers_for_any_name_is_that_name() => AnyNames.Sample(names =>
    {
        using var engine = Engine.WithSandbox();
        engine.Runspace.SessionStateProxy.SetVariable("names", names);
        engine.Runspace.SessionStateProxy.SetVariable(
            "flows", names.Select(name => $$"""{"name":{{JsonSerializer.Serialize(name)}},"tasks":[]}""").ToArray());
        Assert.Empty(engine.Run(
            "for ($i = 0; $i -lt $flows.Count; $i++) { $sandbox.Service.PutFlow(5000 + $i, $flows[$i]) }",
            "foreach ($name in $names) { $sandbox | Connect-BatchFlow -Name $name }").Errors);

        var result = engine.Run(
            """
            function Complete($typed, $count) {
                for ($try = 0; $try -lt 500; $try++) {
                    $found = (TabExpansion2 $typed $typed.Length).CompletionMatches | Where-Object ToolTip -ne Profile
                    if (@($found).Count -ge $count) { return $found }
                }
            }
            function Read-It { [string] $args[0] }
            function Test-Offer($typed, $names, $read) {
                $all = @()
                foreach ($offer in Complete $typed $names.Count) {
                    $found = @(& ([scriptblock]::Create("$read $($offer.CompletionText)")))
                    if ($found.Count -ne 1) { "$typed$($offer.CompletionText) finds $($found.Count)" }
                    $all += $found
                }
                $names.Where({ $all -cnotcontains $_ }).ForEach({ "$typed offers nothing that is $_" })
            }
            function Find-It { (Get-BatchFlow -Name $args[0] -Connection sandbox).FlowName }
            Test-Offer 'Export-BatchFlow -Connection ' $names Read-It
            Test-Offer 'Get-BatchFlow -Connection sandbox -Name ' $names Find-It
            """);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Texts);
    }, iter: 10, threads: 1);

    [Fact]
    public void A_name_with_an_open_bracket_that_nothing_has_is_an_error()
    {
        using var engine = Engine.WithSandbox();

        foreach (var script in new[]
        {
            "Get-BatchFlow -Name 'x[y'", "Get-BatchFlowTask 3001 -Name 'x[y'", "Get-BatchFlowDirectory 'x[y'",
            "Get-BatchFlowConnection 'x[y'",
        })
        {
            Assert.EndsWith(",BatchFlows.Commands." + script.Split(' ')[0].Replace("-", "", StringComparison.Ordinal)
                + "Command", engine.Run(script).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// A flow with a task, its owner and a directory of a name, among others that patterns would match.
    /// </summary>
    private static Engine WithNames(string name)
    {
        var engine = Engine.WithSandbox();
        engine.Runspace.SessionStateProxy.SetVariable("name", name);
        var json = JsonSerializer.Serialize(name);
        engine.Runspace.SessionStateProxy.SetVariable(
            "json", $$"""{"name":{{json}},"owners":{{json}},"tasks":[{"name":{{json}}}]}""");
        Assert.Empty(engine.Run(
            "$sandbox.Service.PutFlow(7, $json); $sandbox.Service.PutFlow(8, '{\"name\":\"a1\",\"tasks\":[]}')",
            "$sandbox.Service.PutFlow(9, '{\"name\":\"p\",\"tasks\":[]}')",
            "$null = New-BatchFlowDirectory a1, p; if ($name -ne 'p') { $null = New-BatchFlowDirectory $name }").Errors);
        return engine;
    }
}
