using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What administrators do, as they would type it.</summary>
public class ScenarioTests
{
    [Fact]
    public void Every_night_all_flows_are_exported()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var first = engine.Run($"Get-BatchFlow | Export-BatchFlow -Path '{folder.Path}' | ForEach-Object Name");
        var second = engine.Run($"Get-BatchFlow | Export-BatchFlow -Path '{folder.Path}' -Force | ForEach-Object Name");

        Assert.Empty(first.Errors.Concat(second.Errors));
        Assert.Equal(first.Texts, second.Texts);
        Assert.Equal(
            ["_reports_CON_weekly~648cdc80.flow.json", "bill_customers.flow.json", "etl_meter_readings.flow.json"],
            folder.Files.Take(3));
        Assert.Equal(7, folder.Files.Length);
    }

    [Fact]
    public void What_failed_in_the_last_day_shows_its_logs()
    {
        using var engine = Engine.WithSandbox();

        var shown = engine.Show("Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskLog -Failed");

        Assert.Contains("ERROR: weather of", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", shown, StringComparison.Ordinal); // it reads like a log
    }

    [Fact]
    public void A_run_with_another_parameter_is_waited_for()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Set-BatchFlowSandbox -Speed 200",
            "Start-BatchFlow 3001 -Parameter @{ batch_size = 100 } -Wait | ForEach-Object { $_.Status; "
                + "$_.Parameters['batch_size']; $_.IsEnded }",
            "(Get-BatchFlow 3001).Parameters['batch_size']");

        Assert.Empty(result.Errors);
        Assert.Equal(["Success", "100", "True", "5000"], result.Texts);
    }

    [Fact]
    public void A_failed_run_is_started_again_from_its_failed_task()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Set-BatchFlowSandbox -Speed 200",
            "$run = Get-BatchFlowInstance -Status Fail | Get-BatchFlowInstance",
            "$again = Start-BatchFlow $run -FromTask $run.FailedTasks[0].TaskName | Wait-BatchFlowInstance -PassThru",
            "$again.Status; $again.Graph.Tasks | ForEach-Object { \"$($_.TaskName) $($_.Status)\" }");

        Assert.Empty(result.Errors);
        Assert.Equal(["Success", "join_weather Skip", "forecast Success", "publish_forecast Skip"], result.Texts);
    }

    [Fact]
    public void A_flow_moves_to_another_directory()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$old = Get-BatchFlow bill_customers",
            "$definition = $old | Export-BatchFlow",
            "New-BatchFlowDirectory archive/2026 | ForEach-Object Path",
            "$new = $definition | Import-BatchFlow -Directory archive/2026 -Name bill_customers_2026",
            "$old | Disable-BatchFlow; $old | Remove-BatchFlow -Confirm:$false",
            "Get-BatchFlow -Path archive/2026 | ForEach-Object Name; @(Get-BatchFlow -Path billing).Count",
            "(Export-BatchFlow $new).Tasks.Count -eq $definition.Tasks.Count");

        Assert.Empty(result.Errors);
        Assert.Equal(["archive/2026", "bill_customers_2026", "1", "True"], result.Texts);
    }

    [Fact]
    public void All_that_one_person_owns_is_paused_and_resumed()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$paused = Get-BatchFlow -Owner anna.keller | Where-Object IsActive",
            "$paused | Disable-BatchFlow",
            "@(Get-BatchFlow -Owner anna.keller | Where-Object IsActive).Count; @(Get-BatchFlow -Detailed | "
                + "Where-Object IsActive).Count -gt 0",
            "$paused | Enable-BatchFlow",
            "@(Get-BatchFlow -Owner anna.keller | Where-Object IsActive).Count -eq @($paused).Count");

        Assert.Empty(result.Errors);
        Assert.Equal(["0", "True", "True"], result.Texts);
    }
}
