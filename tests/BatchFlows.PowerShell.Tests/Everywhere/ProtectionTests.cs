using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// Every command that changes something, through a protected connection: not without a person's word or -Force.
/// </summary>
public class ProtectionTests
{
    private const int Yes = 0;
    private const int YesToAll = 1;
    private const int No = 2;
    private const int NoToAll = 3;
    private const string Disabled = "$sandbox.Service.CallCounts['Disable Flow']";

    [Theory]
    [MemberData(nameof(CommandSamples.WithChanges), MemberType = typeof(CommandSamples))]
    public void Where_nobody_can_be_asked_a_change_is_one_error_and_nothing_arrives(CommandSample sample)
    {
        using var engine = Start(answer: null);

        var result = engine.Run($"$ConfirmPreference = 'None'; {sample.Script}");

        Assert.StartsWith("ConnectionProtected,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("PermissionDenied", $"{result.Error.CategoryInfo.Category}");
        Assert.Contains("-Force", result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, CommandSamples.Changes(engine));
    }

    [Theory]
    [MemberData(nameof(CommandSamples.WithChanges), MemberType = typeof(CommandSamples))]
    public void With_force_it_is_made_without_a_question(CommandSample sample)
    {
        using var engine = Start(answer: null);

        var result = engine.Run($"$ConfirmPreference = 'None'; {sample.Script} -Force");

        Assert.Empty(result.Errors);
        Assert.Equal(sample.Changes.Length, CommandSamples.Changes(engine));
    }

    [Theory]
    [MemberData(nameof(CommandSamples.WithChanges), MemberType = typeof(CommandSamples))]
    public void A_person_is_asked_once_and_decides(CommandSample sample)
    {
        foreach (var (answer, made) in new[] { (Yes, sample.Changes.Length), (No, 0) })
        {
            using var engine = Start(answer);

            var result = engine.Run(sample.Script);

            Assert.Empty(result.Errors);
            Assert.Contains("'safe' is protected", Assert.Single(engine.Questions), StringComparison.Ordinal);
            Assert.Equal(made, CommandSamples.Changes(engine));
        }
    }

    [Theory]
    [InlineData("Disable-BatchFlow 3001 -Confirm")]
    [InlineData("$ConfirmPreference = 'Low'; Disable-BatchFlow 3001")]
    [InlineData("Remove-BatchFlow 3006")]
    public void Who_was_asked_already_is_not_asked_again(string script)
    {
        using var engine = Start(Yes);

        var result = engine.Run(script);

        Assert.Empty(result.Errors);
        Assert.DoesNotContain("protected", Assert.Single(engine.Questions), StringComparison.Ordinal);
        Assert.Equal(1, CommandSamples.Changes(engine));
    }

    [Theory]
    [InlineData(Yes, 3, 3)]
    [InlineData(YesToAll, 1, 3)]
    [InlineData(No, 3, 0)]
    [InlineData(NoToAll, 1, 0)]
    public void One_answer_can_be_for_all_items_of_a_command(int answer, int questions, int changes)
    {
        using var engine = Start(answer);

        var result = engine.Run($"3001, 3002, 3003 | Disable-BatchFlow; 0 + {Disabled}");

        Assert.Empty(result.Errors);
        Assert.Equal((questions, $"{changes}"), (engine.Questions.Count, result.Texts.Single()));
    }

    [Fact]
    public void The_question_tells_what_is_to_be_done()
    {
        using var engine = Start(Yes);

        engine.Run(
            "Disable-BatchFlow 3001; Set-BatchFlow 3001 -Cycle H; Invoke-BatchFlowApi flows disable @{ flowId = 3002 "
                + "}");

        Assert.Equal(
            [
                "Pause the schedule: Flow 3001 'etl_meter_readings'",
                "Change flow 3001 'etl_meter_readings': Cycle: 'D' -> 'H'",
                "Call: flows disable"],
            engine.Questions.Select(
                question => question.Replace("The connection 'safe' is protected: ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_item_that_is_refused_is_an_error_in_its_turn_and_reading_goes_on()
    {
        using var engine = Start(answer: null);

        var result = engine.Run(
            "3001, 3002 | Disable-BatchFlow; (Get-BatchFlow 3001).IsActive; $null = Invoke-BatchFlowApi flows "
                + "getMyFlow");

        Assert.Equal([3001L, 3002L], result.Errors.Select(error => error.TargetObject));
        Assert.Equal(["True"], result.Texts);
    }

    [Fact]
    public void What_if_asks_nobody_and_sends_no_change()
    {
        using var engine = Start(answer: null);

        var result = engine.Run(
            "3001, 3002 | Disable-BatchFlow -WhatIf; Disable-BatchFlow 3001 -Force -WhatIf",
            "$sandbox.Service.CallCounts.ContainsKey('Disable Flow')");

        Assert.Empty(result.Errors);
        Assert.Equal(["False"], result.Texts);
    }

    [Fact]
    public void Only_items_of_the_protected_connection_are_asked_for()
    {
        using var engine = Start(answer: null);

        var result = engine.Run(
            "$sandbox | Connect-BatchFlow -Name open",
            "'open', 'safe', 'open' | ForEach-Object { [pscustomobject]@{ FlowId = 3001; ConnectionName = $_ } } | "
                + "Disable-BatchFlow -PassThru | ForEach-Object ConnectionName");

        Assert.StartsWith("ConnectionProtected,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["open", "open"], result.Texts);
    }

    [Fact]
    public void Force_changes_nothing_on_a_connection_for_reading_only()
    {
        using var engine = Start(Yes);
        engine.Run("$sandbox | Connect-BatchFlow -ReadOnly -Protected");

        var result = engine.Run("Disable-BatchFlow 3001 -Force");

        Assert.StartsWith("ConnectionReadOnly,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0, CommandSamples.Changes(engine));
    }

    private static Engine Start(int? answer)
    {
        var engine = CommandSamples.Start();
        engine.Answer = answer;
        Assert.Empty(
            engine.Run(
                "$sandbox | Connect-BatchFlow -Name safe -Protected", "$sandbox.Service.ResetCounters()").Errors);
        return engine;
    }
}
