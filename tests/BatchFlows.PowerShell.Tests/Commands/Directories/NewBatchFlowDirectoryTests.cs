using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class NewBatchFlowDirectoryTests
{
    private const string Created = "$sandbox.Service.CallCounts['Create Directory']";

    [Fact]
    public void A_path_is_made_with_its_parents()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("$d = New-BatchFlowDirectory a/b/c; $d.Path; $d.Name; $d.Depth; $d.ConnectionName",
            Created, "Get-BatchFlowDirectory a -Recurse");

        Assert.Empty(result.Errors);
        Assert.Equal(["a/b/c", "c", "3", "sandbox", "3", "a", "a/b", "a/b/c"], result.Texts);
    }

    [Fact]
    public void Paths_of_one_command_share_their_parents()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("1..20 | ForEach-Object { \"x/y/$_\" } | New-BatchFlowDirectory | ForEach-Object Path",
            Created, "$sandbox.Service.CallCounts['List Workflow Directories']");

        Assert.Empty(result.Errors);
        Assert.Equal([.. Enumerable.Range(1, 20).Select(number => $"x/y/{number}"), "22", "1"], result.Texts);
    }

    [Fact]
    public void One_that_is_there_is_an_error_unless_forced()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("New-BatchFlowDirectory billing, energy/new");
        Assert.Equal(("DirectoryExists,BatchFlows.Commands.NewBatchFlowDirectoryCommand", "billing", "ResourceExists"),
            (result.Error.FullyQualifiedErrorId, result.Error.TargetObject, $"{result.Error.CategoryInfo.Category}"));
        Assert.Equal(["energy/new"], result.Texts);

        var forced = engine.Run("(New-BatchFlowDirectory billing -Force).Flows.Count", Created);
        Assert.Empty(forced.Errors);
        Assert.Equal(["2", "1"], forced.Texts);
    }

    [Theory]
    [InlineData("Get-BatchFlowDirectory energy, billing | New-BatchFlowDirectory -Name old")]
    [InlineData(
        "New-BatchFlowDirectory -DirectoryId (Get-BatchFlowDirectory energy), (Get-BatchFlowDirectory "
            + "billing).DirectoryId -Name old")]
    [InlineData(
        "Get-BatchFlowDirectory energy, billing | ForEach-Object { [pscustomobject]@{ DirectoryId = $_.DirectoryId; "
            + "Name = 'old' } } | New-BatchFlowDirectory")]
    public void A_directory_is_made_in_those_of_given_ids(string script)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal(["energy/old", "billing/old"], result.Texts);
    }

    [Fact]
    public void What_if_sends_nothing()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("New-BatchFlowDirectory a/b -WhatIf", "$sandbox.RequestCount");

        Assert.Empty(result.Errors);
        Assert.Equal(["0"], result.Texts);
    }

    [Fact]
    public void A_lost_answer_is_looked_up_and_never_sent_again()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Set-BatchFlowSandbox -Fault DropAfter -Operation 'Create Directory'", "New-BatchFlowDirectory a", Created);

        Assert.Empty(result.Errors);
        Assert.Equal(["a", "1"], result.Texts);
    }

    [Fact]
    public void A_lost_request_is_told_as_unknown_and_never_sent_again()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("Set-BatchFlowSandbox -Fault DropBefore -Operation 'Create Directory'",
            "New-BatchFlowDirectory a", Created);

        Assert.Equal(("OutcomeUnknown,BatchFlows.Commands.NewBatchFlowDirectoryCommand", "a"),
            (result.Error.FullyQualifiedErrorId, result.Error.TargetObject));
        Assert.Equal(["1"], result.Texts);
    }
}
