using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class GetBatchFlowDirectoryTests
{
    private static readonly string[] All = ["/", "energy", "energy/meters", "energy/forecast", "billing", "archive"];

    [Theory]
    [InlineData("Get-BatchFlowDirectory", "/,energy,energy/meters,energy/forecast,billing,archive")]
    [InlineData("Get-BatchFlowDirectory -Recurse", "/,energy,energy/meters,energy/forecast,billing,archive")]
    [InlineData("Get-BatchFlowDirectory /", "/")]
    [InlineData("Get-BatchFlowDirectory / -Recurse", "/,energy,energy/meters,energy/forecast,billing,archive")]
    [InlineData("Get-BatchFlowDirectory energy/meters", "energy/meters")]
    [InlineData(@"Get-BatchFlowDirectory \energy\", "energy")]
    [InlineData("Get-BatchFlowDirectory energy -Recurse", "energy,energy/meters,energy/forecast")]
    [InlineData("Get-BatchFlowDirectory *", "energy,billing,archive")]
    [InlineData("Get-BatchFlowDirectory ENERGY/*", "energy/meters,energy/forecast")]
    [InlineData("Get-BatchFlowDirectory ENERGY", "energy")]
    [InlineData("Get-BatchFlowDirectory Energy/METERS", "energy/meters")]
    [InlineData("New-BatchFlowDirectory ENERGY/Meters -Force", "energy/meters")]
    [InlineData("New-BatchFlowDirectory ENERGY/new", "energy/new")]
    [InlineData("Get-BatchFlowDirectory */m*, billing", "energy/meters,billing")]
    [InlineData("Get-BatchFlowDirectory nothing*", "")]
    [InlineData("'billing', 'energy/f*' | Get-BatchFlowDirectory", "billing,energy/forecast")]
    [InlineData("[pscustomobject]@{ Path = 'billing' } | Get-BatchFlowDirectory", "billing")]
    [InlineData(
        "Get-BatchFlowDirectory energy | Get-BatchFlowDirectory -Recurse", "energy,energy/meters,energy/forecast")]
    [InlineData(
        "$id = (Get-BatchFlowDirectory billing).DirectoryId; Get-BatchFlowDirectory -DirectoryId $id", "billing")]
    [InlineData(
        "(Get-BatchFlowDirectory energy).Directories | Get-BatchFlowDirectory", "energy/meters,energy/forecast")]
    public void Directories_are_named_by_path_wildcard_or_id(string script, string paths)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal(paths.Split(',', StringSplitOptions.RemoveEmptyEntries), result.Texts);
    }

    [Fact]
    public void A_name_with_wildcard_characters_is_found_when_they_are_escaped()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("$null = New-BatchFlowDirectory 'a[1]'",
            "(Get-BatchFlowDirectory 'a`[1`]').Path; (Get-BatchFlowDirectory a* | Get-BatchFlowDirectory).Path");

        Assert.Empty(result.Errors);
        Assert.Equal(["a[1]", "archive", "a[1]"], result.Texts);
    }

    [Theory]
    [InlineData("Get-BatchFlowDirectory energy, nowhere, billing", "nowhere", "energy,billing")]
    [InlineData("Get-BatchFlowDirectory -DirectoryId nobody", "nobody", "")]
    public void One_that_is_not_there_is_an_error_and_the_others_come(string script, string target, string paths)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(script);

        Assert.Equal(("DirectoryNotFound,BatchFlows.Commands.GetBatchFlowDirectoryCommand", target),
            (result.Error.FullyQualifiedErrorId, result.Error.TargetObject));
        Assert.Equal(paths.Split(',', StringSplitOptions.RemoveEmptyEntries), result.Texts);
    }

    [Fact]
    public void One_list_answers_any_number_and_knows_what_was_made_before_it_in_the_pipeline()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("New-BatchFlowDirectory new/1, new/2, new/3 | Get-BatchFlowDirectory",
            "$sandbox.Service.CallCounts['List Workflow Directories']");

        Assert.Empty(result.Errors);
        Assert.Equal(["new/1", "new/2", "new/3", "2"], result.Texts);
    }

    [Fact]
    public void A_directory_knows_its_flows_and_leads_to_them()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("(Get-BatchFlowDirectory energy/meters).Flows.FlowId",
            "Get-BatchFlowDirectory energy/* | Get-BatchFlow | ForEach-Object FlowId");

        Assert.Empty(result.Errors);
        Assert.Equal(["3001", "3002", "3001", "3002", "3003"], result.Texts);
    }

    [Fact]
    public void The_tree_view_draws_what_lies_where()
    {
        using var engine = Engine.WithSandbox();

        string[] drawn = ["Workflow", "├─ energy", "│  ├─ meters", "│  └─ forecast", "├─ billing", "└─ archive"];
        string[] plain = ["Workflow", "|- energy", "|  |- meters", "|  `- forecast", "|- billing", "`- archive"];

        Assert.Equal(drawn, engine.Run("(Get-BatchFlowDirectory).Tree").Texts);
        Assert.Equal(plain, engine.Show("Get-BatchFlowDirectory").Split('\n').Skip(3).Take(6)
            .Select(line => line[(line.IndexOfAny([.. "0123456789"], 32) + 2)..].TrimEnd()));
        // Format-Table is not in the engine alone: the view is looked up as it would.
        var view = Views.All().Single(candidate => candidate.Element("Name")!.Value == "Tree");
        var columns = view.Descendants("ScriptBlock").Select(block => block.Value).ToList();
        var lines = engine.Run(
            $"Get-BatchFlowDirectory | ForEach-Object {{ $({columns[0]}) + '|' + $({columns[1]}) }}").Texts.ToList();
        Assert.Equal("Workflow|nFlow, ../reports/CON:weekly", lines[0]);
        Assert.Equal("|  |- meters|etl_meter_readings, watch_substations", lines[2]);
    }

    [Fact]
    public void Each_directory_has_its_path_and_the_number_of_its_flows()
    {
        using var engine = Engine.WithSandbox();

        Assert.Equal(All, engine.Run("(Get-BatchFlowDirectory).Path").Texts);
        Assert.Equal(["2", "0", "2", "1", "2", "0"], engine.Run("(Get-BatchFlowDirectory).FlowCount").Texts);
    }
}
