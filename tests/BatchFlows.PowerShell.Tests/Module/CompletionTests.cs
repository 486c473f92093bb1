using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What the Tab key offers from the service.</summary>
public class CompletionTests
{
    [Theory]
    [InlineData("Get-BatchFlow -Path en", "'energy'", "'energy/forecast'", "'energy/meters'")]
    [InlineData("Get-BatchFlowDirectory 'energy/m", "'energy/meters'")]
    [InlineData("Import-BatchFlow x.json -Directory bil", "'billing'")]
    [InlineData("New-BatchFlowDirectory arch", "'archive'")]
    [InlineData("Get-BatchFlow -Name etl_", "'etl_meter_readings'")]
    [InlineData("Get-BatchFlow -Name etl_ -Connection sandbox", "'etl_meter_readings'")]
    public void Paths_and_names_are_completed(string typed, params string[] expected)
    {
        using var engine = Engine.WithSandbox();

        Assert.Equal(expected, Complete(engine, typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Connect-BatchFlow -Sandbox; Set-BatchFlowSandbox -Fault Unauthorized -Count 20")]
    public void Nothing_is_offered_and_nothing_fails_without_an_answer(string script)
    {
        using var engine = new Engine();
        Assert.Empty(engine.Run(script).Errors);

        Assert.Empty(Complete(engine, "Get-BatchFlow -Name etl_"));
    }

    private static string[] Complete(Engine engine, string typed)
    {
        var cursor = typed.IndexOf(" -Connection", StringComparison.Ordinal) is > 0 and var at ? at : typed.Length;
        var result = engine.Run($"(TabExpansion2 \"{typed}\" {cursor}).CompletionMatches.CompletionText");
        Assert.Empty(result.Errors);
        return [.. result.Texts.Where(text => text.Length > 0)]; // of nothing, the engine takes a property all the same
    }
}
