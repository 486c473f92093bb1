using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// Every command that changes something: not under -WhatIf, not through a connection for reading only, and otherwise
/// exactly once.
/// </summary>
public class ChangeTests
{
    [Fact]
    public void Every_command_has_a_sample_and_those_with_what_if_are_tried()
    {
        using var engine = new Engine();

        Assert.Equal(
            engine.Run("(Get-Command -Module BatchFlows.PowerShell).Name").Texts.Order(StringComparer.Ordinal),
            CommandSamples.All.Select(sample => sample.Command).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            engine.Run(
                "Get-Command -Module BatchFlows.PowerShell | Where-Object { $_.Parameters.ContainsKey('WhatIf') } | "
                    + "ForEach-Object Name").Texts.Order(StringComparer.Ordinal),
            CommandSamples.WithWhatIf().Select(row => row.Data.Command).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(OperationTable.Changes, CommandSamples.All.SelectMany(sample => sample.Changes).Distinct()
            .Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(CommandSamples.WithWhatIf), MemberType = typeof(CommandSamples))]
    public void What_if_changes_nothing_and_calls_only_for_the_names_of_flows(CommandSample sample)
    {
        using var folder = new TemporaryFolder();
        using var engine = CommandSamples.Start(folder.Path);

        var result = engine.Run(sample.Script + " -WhatIf", "$sandbox.RequestCount; $sandbox.IsRunning");

        Assert.Empty(result.Errors);
        Assert.Empty(folder.Files);
        Assert.Equal(0, CommandSamples.Changes(engine));
        Assert.Equal("True", result.Texts.Last());
        // To show the name of a flow, or each step of a restore, it has to be looked at.
        if (!sample.IsOfFlow && !sample.IsOfOrganization) Assert.Equal("0", result.Texts.First());
    }

    [Theory]
    [MemberData(nameof(CommandSamples.WithChanges), MemberType = typeof(CommandSamples))]
    public void A_change_is_sent_exactly_once(CommandSample sample)
    {
        using var engine = CommandSamples.Start();

        var result = engine.Run(sample.Script);

        Assert.Empty(result.Errors);
        Assert.All(sample.Changes,
            change => Assert.Equal(["1"], engine.Run($"$sandbox.Service.CallCounts['{change}']").Texts));
        Assert.Equal(sample.Changes.Length, CommandSamples.Changes(engine));
    }

    [Theory]
    [MemberData(nameof(CommandSamples.WithChanges), MemberType = typeof(CommandSamples))]
    public void A_change_is_not_sent_again_when_its_answer_is_lost(CommandSample sample)
    {
        foreach (var fault in new[] { "DropAfter", "DropBefore", "CutBody", "Html" })
        {
            using var engine = CommandSamples.Start();
            engine.Run("$sandbox | Connect-BatchFlow -MaximumRetryCount 3",
                $"Set-BatchFlowSandbox -Fault {fault} -Count 9 -Operation '{sample.Changes.Last()}'");

            engine.Run(sample.Script);

            Assert.Equal(["1"], engine.Run($"$sandbox.Service.CallCounts['{sample.Changes.Last()}']").Texts);
            Assert.Equal(sample.Changes.Length, CommandSamples.Changes(engine));
        }
    }

    [Theory]
    [MemberData(nameof(CommandSamples.WithChanges), MemberType = typeof(CommandSamples))]
    public void A_connection_for_reading_only_lets_no_change_through(CommandSample sample)
    {
        using var engine = CommandSamples.Start();
        engine.Run("$sandbox | Connect-BatchFlow -ReadOnly");

        var result = engine.Run(sample.Script);

        Assert.StartsWith("ConnectionReadOnly,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0, CommandSamples.Changes(engine));
    }
}
