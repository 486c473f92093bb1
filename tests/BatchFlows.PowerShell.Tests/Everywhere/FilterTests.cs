using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Owners, paths, windows and names of connections choose alike in all commands.</summary>
public class FilterTests
{
    [Theory]
    [InlineData("anna*")]
    [InlineData("ANNA.[k]eller")]
    [InlineData("anna.keller")]
    [InlineData("*.keller, nobody")]
    public void An_owner_may_be_a_pattern(string owner)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"(Get-BatchFlow -Owner {owner}).FlowId -join ' '",
            "$exact = (Get-BatchFlowInstance -Owner anna.keller).FlowInstanceId -join ' '; $exact.Length -gt 0",
            $"(Get-BatchFlowInstance -Owner {owner}).FlowInstanceId -join ' ' -eq $exact",
            $"(Get-BatchFlowInstance -FlowId 3002 -Owner {owner}).Count");

        Assert.Empty(result.Errors);
        Assert.Equal(["3001 3003 3004", "True", "True", "0"], result.Texts);
    }

    [Theory]
    [InlineData("energy/*", "energy/forecast energy/meters", "3001 3002 3003")]
    [InlineData("ener*/[m]*", "energy/meters", "3001 3002")]
    [InlineData("b?lling", "billing", "3005 3006")]
    [InlineData("no_such*", "", "")]
    public void A_path_may_be_a_pattern(string path, string paths, string flows)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"((Get-BatchFlowDirectory '{path}').Path | & {{ $input | ForEach-Object {{ $_ }} }}) -join ' '",
            $"(Get-BatchFlow -Path '{path}').FlowId -join ' '");

        Assert.Empty(result.Errors);
        Assert.Equal(
            [paths, flows],
            result.Texts.Select(text => string.Join(' ', text.Split(' ').Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void A_pattern_of_paths_may_include_what_is_below()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("(Get-BatchFlow -Path 'en*', 'bill*' -Recurse).FlowId -join ' '");

        Assert.Empty(result.Errors);
        Assert.Equal(["3001 3002 3003 3005 3006"], result.Texts);
    }

    [Theory]
    [InlineData("-Last 7d", 7 * 24 * 60)]
    [InlineData("-Last 90m", 90)]
    [InlineData("-Last 5400", 90)]
    [InlineData("-Last ([timespan]::FromHours(2))", 120)]
    public void A_window_may_be_given_by_its_length(string last, int minutes)
    {
        using var engine = Runs.Start();

        var result = engine.Run(
            "$before = [datetimeoffset]::Now",
            $"$after = $before.AddMinutes(-{minutes}); $all = @(Get-BatchFlowInstance -After $after -Before $before)",
            $"(Get-BatchFlowInstance {last} -Before $before).FlowInstanceId -join ' ' -eq "
                + "($all.FlowInstanceId -join ' ')",
            $"(Get-BatchFlowInstance {last}).FlowInstanceId -contains $all[-1].FlowInstanceId");

        Assert.Empty(result.Errors);
        Assert.Equal(["True", "True"], result.Texts);
    }

    [Theory]
    [InlineData("Get-BatchFlowInstance -Last 0")]
    [InlineData("Get-BatchFlowInstance -Last -1d")]
    [InlineData("Get-BatchFlowInstance -Last 9999999d")]
    [InlineData("Get-BatchFlowInstance -Last 30d -Before 0002-01-02")]
    [InlineData("Get-BatchFlowInstance -Last 7d -After 2026-03-01")]
    [InlineData("Get-BatchFlow -Descending")]
    [InlineData("Get-BatchFlow 3001 -Name x")]
    [InlineData("New-BatchFlowDirectory ..")]
    [InlineData("New-BatchFlowDirectory energy/../x")]
    [InlineData("New-BatchFlowDirectory ./x -Force")]
    [InlineData("Get-BatchFlowDirectory energy | New-BatchFlowDirectory -Name .")]
    public void A_wish_that_means_nothing_is_refused(string script)
    {
        using var engine = Engine.WithSandbox();

        Assert.StartsWith("RequestInvalid,", engine.Run(script).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0, CommandSamples.Changes(engine));
    }

    [Theory]
    [InlineData("'*'", "")]
    [InlineData("'[st]*'", "a[1] b1")]
    [InlineData("'two', 'B1'", "a[1] sandbox")]
    [InlineData("'a[1]'", "b1 sandbox two")]
    [InlineData("'no_such*'", "a[1] b1 sandbox two")]
    public void Connections_are_closed_by_patterns_of_their_names(string names, string left)
    {
        using var engine = Engine.WithSandbox();
        engine.Run("'two', 'a[1]', 'b1' | ForEach-Object { $null = $sandbox | Connect-BatchFlow -Name $_ }");

        var result = engine.Run(
            $"{names} | Disconnect-BatchFlow", "(Get-BatchFlowConnection).Name | ForEach-Object { $_ }");

        Assert.Empty(result.Errors);
        Assert.Equal(left, string.Join(' ', result.Texts.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Get-BatchFlowTaskInstance $run", "Get-BatchFlowTaskInstance -FlowInstanceId $run")]
    [InlineData("Get-BatchFlowTaskLog $run", "Get-BatchFlowTaskLog -FlowInstanceId $run")]
    [InlineData("Get-BatchFlowTaskLog $run -Name *", "$run | Get-BatchFlowTaskLog")]
    [InlineData("Get-BatchFlowTaskInstance $task", "Get-BatchFlowTaskInstance -TaskInstanceId $task.TaskInstanceId")]
    public void A_run_stands_first_where_its_tasks_are_wanted(string script, string same)
    {
        using var engine = CommandSamples.Start();
        engine.Run("$run = Get-BatchFlowInstance $failed; $task = @($run | Get-BatchFlowTaskInstance)[0]");

        var result = engine.Run($"({script}).TaskInstanceId -join ' '", $"({same}).TaskInstanceId -join ' '");

        Assert.Empty(result.Errors);
        Assert.Single(result.Texts.Distinct());
        Assert.NotEqual("", result.Texts.First());
    }

    [Theory]
    [InlineData("Remove-BatchFlow 3006 -Force", 0, 1)]
    [InlineData("$ConfirmPreference = 'Low'; Disable-BatchFlow 3001 -Force", 0, 1)]
    [InlineData("$ConfirmPreference = 'Low'; Set-BatchFlow 3001 -Cycle H -Force", 0, 2)]
    [InlineData("Remove-BatchFlow 3006 -Force -Confirm", 1, 1)]
    [InlineData("Remove-BatchFlow 3006 -Force -WhatIf", 0, 0)]
    [InlineData("$WhatIfPreference = $true; Remove-BatchFlow 3006 -Force", 0, 0)]
    public void Force_on_a_change_means_that_nobody_is_asked(string script, int questions, int changes)
    {
        using var engine = Engine.WithSandbox();
        engine.Answer = 0;

        var result = engine.Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal((questions, changes), (engine.Questions.Count, CommandSamples.Changes(engine)));
    }

    [Theory]
    [MemberData(nameof(CommandSamples.WithChanges), MemberType = typeof(CommandSamples))]
    public void Each_change_shows_the_connection_and_the_name_of_the_flow(CommandSample sample)
    {
        using var engine = CommandSamples.Start();

        var shown = engine.Show(sample.Script + " -WhatIf");

        Assert.Contains("(connection 'sandbox')", shown, StringComparison.Ordinal);
        if (sample.IsOfFlow) Assert.Matches("[Ff]low \\d{4} '\\w+'", shown);
    }
}
