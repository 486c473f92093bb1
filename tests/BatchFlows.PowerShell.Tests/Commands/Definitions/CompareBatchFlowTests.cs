using System.IO;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What is compared with what, and what comes of it.</summary>
public class CompareBatchFlowTests
{
    private const string Change = "Set-BatchFlow 3001 -Cron '0 0 2 * * ? *' -Force";

    [Theory]
    [InlineData("3001", "3001")]
    [InlineData("etl_meter_readings", "(Export-BatchFlow 3001)")]
    [InlineData("(Get-BatchFlow 3001)", "$folder/etl_meter_readings.flow.json")]
    [InlineData("$folder/etl_meter_readings.flow.json", "$folder/")]
    [InlineData("$folder/", "([IO.DirectoryInfo]$folder)")]
    [InlineData("\"$folder/*.flow.json\"", "$folder/")]
    [InlineData("$folder/", "$connection")]
    [InlineData("$connection", "$folder/")]
    [InlineData("3001", "$folder/")]
    [InlineData("$folder/", "3001")]
    [InlineData("(Get-BatchFlow | Export-BatchFlow)", "$folder/")]
    public void Each_form_is_the_same_flows(string reference, string difference)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            $"$folder = '{folder.Path}/flows'; Get-BatchFlow | Export-BatchFlow -Path $folder/ -SplitCommand | Out-Null",
            "$connection = Get-BatchFlowConnection",
            $"Compare-BatchFlow {reference} {difference}; Compare-BatchFlow {reference} {difference} -Quiet",
            Change,
            $"Compare-BatchFlow {reference} {difference} -Quiet");

        Assert.Empty(result.Errors);
        Assert.Equal("True", result.Texts.First());
        // Two live flows and two files are still the same.
        Assert.Equal(
            reference.Contains("folder") == difference.Contains("folder") ? "True" : "False", result.Texts.Last());
    }

    [Fact]
    public void Without_a_difference_the_service_is_compared()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            $"Get-BatchFlow | Export-BatchFlow -Path '{folder.Path}/' | Out-Null", Change,
            $"Compare-BatchFlow '{folder.Path}/' | ForEach-Object ToString",
            $"Compare-BatchFlow '{folder.Path}/etl_meter_readings.flow.json' | ForEach-Object ToString",
            $"Compare-BatchFlow -Difference '{folder.Path}/etl_meter_readings.flow.json' | ForEach-Object ToString");

        Assert.Empty(result.Errors);
        Assert.Equal(
            [
                "etl_meter_readings Cron: '0 30 1 * * ? *' -> '0 0 2 * * ? *'",
                "etl_meter_readings Cron: '0 30 1 * * ? *' -> '0 0 2 * * ? *'",
                "etl_meter_readings Cron: '0 0 2 * * ? *' -> '0 30 1 * * ? *'",
            ],
            result.Texts);
    }

    [Fact]
    public void Two_organisations_are_compared_by_names()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$first = Get-BatchFlowConnection; Connect-BatchFlow -Sandbox -Name other",
            "Remove-BatchFlow 3006 -Confirm:$false; " + Change,
            "Compare-BatchFlow -ReferenceConnection $first.Name -DifferenceConnection other | ForEach-Object ToString",
            "Compare-BatchFlow $first (Get-BatchFlowConnection other) -Quiet; Compare-BatchFlow 3002 -DifferenceConnection $first -Quiet");

        Assert.Empty(result.Errors);
        Assert.Equal(
            [
                "etl_meter_readings Cron: '0 30 1 * * ? *' -> '0 0 2 * * ? *'",
                "migrate_legacy_tariffs Flow: - 'billing/migrate_legacy_tariffs'", "False", "True",
            ],
            result.Texts);
    }

    [Fact]
    public void Files_are_compared_without_a_connection()
    {
        using var engine = new Engine();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "a"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "b"));
        File.WriteAllText(Path.Combine(folder.Path, "a", "f.flow.json"), """{"name":"f","cron":"1"}""");
        File.WriteAllText(Path.Combine(folder.Path, "b", "7-f.json"), """{"name":"f","cron":"2"}""");

        var result = engine.Run($"Compare-BatchFlow '{folder.Path}/a' '{folder.Path}/b' | ForEach-Object ToString");

        Assert.Empty(result.Errors);
        Assert.Equal(["f Cron: '1' -> '2'"], result.Texts);
    }

    [Fact]
    public void An_empty_folder_lacks_all_flows()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run($"(Compare-BatchFlow '{folder.Path}/' | Where-Object Change -eq Added).FlowName.Count");

        Assert.Empty(result.Errors);
        Assert.Equal(["7"], result.Texts);
    }

    [Fact]
    public void A_flow_that_cannot_be_read_is_an_error_and_no_difference()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        engine.Run($"Get-BatchFlow | Export-BatchFlow -Path '{folder.Path}/'");
        File.WriteAllText(Path.Combine(folder.Path, "etl_meter_readings.flow.json"), "nonsense");

        var result = engine.Run(
            $"Compare-BatchFlow '{folder.Path}/'; Compare-BatchFlow '{folder.Path}/' -Quiet");

        Assert.Equal(["False"], result.Texts);
        Assert.All(result.Errors, error => Assert.StartsWith("FileNotRead,", error.FullyQualifiedErrorId));
        Assert.Equal(2, result.Errors.Count);
    }

    [Fact]
    public void A_flow_that_one_side_lacks_is_a_difference()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            $"Export-BatchFlow 3006 -Path '{folder.Path}/f.flow.json' | Out-Null; Remove-BatchFlow 3006 -Confirm:$false",
            $"Compare-BatchFlow '{folder.Path}/f.flow.json' | ForEach-Object ToString",
            $"Compare-BatchFlow '{folder.Path}/f.flow.json' -As Text");

        Assert.Empty(result.Errors);
        Assert.Equal("migrate_legacy_tariffs Flow: - 'migrate_legacy_tariffs'", result.Texts.First());
        Assert.StartsWith("diff --git a/f.flow.json b/f.flow.json\ndeleted file mode 100644\n", result.Texts.Last());
    }

    [Theory]
    [InlineData("Compare-BatchFlow", "RequestInvalid,")]
    [InlineData("Compare-BatchFlow ./not-there/", "FileNotRead,")]
    [InlineData("Compare-BatchFlow ./not-there*/", "FileNotRead,")]
    [InlineData("Compare-BatchFlow no-such-flow", "FlowNotFound,")]
    [InlineData("Compare-BatchFlow @{ a = 1 }", "ParameterArgumentTransformationError,")]
    [InlineData("Compare-BatchFlow $null 3001", "ParameterArgumentTransformationError,")]
    [InlineData("Get-BatchFlow | Compare-BatchFlow 3001", "InputObjectNotBound,")]
    public void What_cannot_be_compared_is_one_error(string script, string id)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(script);

        Assert.Empty(result.Output);
        Assert.StartsWith(id, Assert.Single(result.Errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void Only_flows_that_are_compared_are_exported()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$definition = Export-BatchFlow 3001; $sandbox.Service.ResetCounters(); Compare-BatchFlow $definition",
            "$sandbox.Service.CallCounts['Export Flow']");

        Assert.Empty(result.Errors);
        Assert.Equal(["1"], result.Texts);
    }

    [Theory]
    [InlineData("3001 $changed")]
    [InlineData("$flow $changed")]
    [InlineData("(Get-BatchFlowConnection) $changed")]
    public void A_changed_schedule_shows_the_next_runs_in_the_zone_of_the_server(string sides)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Set-BatchFlowSandbox -Time 2090-03-05T17:30:00Z -Speed 0",
            "$flow = Export-BatchFlow 3001; $changed = Export-BatchFlow 3001; $changed.Cron = '0 0 2 * * ? *'",
            $"$found = Compare-BatchFlow {sides}; $found.ReferenceRuns.Count; $found.DifferenceRuns.Count",
            "$found.ReferenceRuns[0].Instant.ToString('o'); \"$($found.DifferenceRuns)\"");

        Assert.Empty(result.Errors);
        Assert.Equal(
            [
                "5", "5", "2090-03-07T01:30:00.0000000+08:00",
                "2090-03-06 02:00:00 2090-03-07 02:00:00 2090-03-08 02:00:00 2090-03-09 02:00:00 2090-03-10 02:00:00",
            ], result.Texts);
    }
}
