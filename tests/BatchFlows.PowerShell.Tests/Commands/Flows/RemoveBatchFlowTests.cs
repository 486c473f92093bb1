using System;

namespace BatchFlows.PowerShell.Tests;

public class RemoveBatchFlowTests
{
    [Fact]
    public void A_flow_is_deleted_with_one_call_and_nothing_is_written()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Remove-BatchFlow 3006 -Confirm:$false", "$sandbox.RequestCount; @(Get-BatchFlow *legacy*).Count");

        Assert.Empty(result.Errors);
        Assert.Equal(["1", "0"], result.Texts);
    }

    [Theory]
    [InlineData("Get-BatchFlow load_* | Remove-BatchFlow")]
    [InlineData("Get-BatchFlow load_* | Remove-BatchFlow -ThrottleLimit 4")]
    public void All_of_a_list_of_several_pages_go(string script)
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$sandbox.Service.AddFlows(170)");

        var result = engine.Run(script, "@(Get-BatchFlow load_*).Count");

        Assert.Empty(result.Errors);
        Assert.Equal(["0"], result.Texts);
    }

    [Fact]
    public void A_refusal_names_what_depends_on_the_flow_and_has_it_at_hand()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("Remove-BatchFlow 3001", "$Error[0].Exception.Dependents.FlowId",
            "$sandbox.Service.CallCounts['Delete Flow']");

        Assert.Equal(("StateForbidsOperation,BatchFlows.Commands.RemoveBatchFlowCommand", 3001L),
            (result.Error.FullyQualifiedErrorId, result.Error.TargetObject));
        Assert.Contains("3003 'forecast_demand', 3004 '../reports/CON:weekly', 3005 'bill_customers'",
            result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["3003", "3004", "3005", "1"], result.Texts);
    }

    [Fact]
    public void What_depends_on_each_other_goes_in_the_order_that_is_given()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("3005, 3004, 3003, 3001 | Remove-BatchFlow -ThrottleLimit 1", "(Get-BatchFlow).FlowId");

        Assert.Empty(result.Errors);
        Assert.Equal(["2924", "3002", "3006"], result.Texts);
    }

    [Fact]
    public void What_would_be_deleted_is_named()
    {
        using var engine = Engine.WithSandbox();

        var shown = engine.Show(
            "$WarningPreference = 'Ignore'; Remove-BatchFlow 3006 -WhatIf; Get-BatchFlow etl* | Remove-BatchFlow -WhatIf");

        Assert.Equal(
            "What if: Performing the operation \"Delete\" on target \"Flow 3006 'migrate_legacy_tariffs' (connection "
                + "'sandbox')\".\nWhat if: Performing the operation \"Delete\" on target \"Flow 3001 'etl_meter_readings' (connection "
                + "'sandbox')\".",
            shown.Trim());
        Assert.Equal(["False"], engine.Run("$sandbox.Service.CallCounts.ContainsKey('Delete Flow')").Texts);
    }

    [Fact]
    public void It_asks_first()
    {
        using var engine = Engine.WithSandbox();

        Assert.Contains(
            "High", engine.Run(
                "[System.Management.Automation.CommandMetadata]::new((Get-Command "
                    + "Remove-BatchFlow)).ConfirmImpact").Texts);
    }

    [Theory]
    [InlineData("DropAfter")]
    [InlineData("InternalServerError")]
    public void A_lost_answer_is_told_and_nothing_is_sent_again(string fault)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run($"$sandbox.Service.InjectFault('{fault}', 1, 'Delete Flow')", "Remove-BatchFlow 3006",
            "$sandbox.Service.CallCounts['Delete Flow']");

        Assert.StartsWith("OutcomeUnknown,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["1"], result.Texts);
    }

    [Fact]
    public void A_definition_without_an_id_is_no_flow_to_delete()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "[BatchFlows.FlowDefinition]::Parse('{\"name\":\"etl_meter_readings\"}') | Remove-BatchFlow",
            "$sandbox.RequestCount");

        Assert.StartsWith(
            "ParameterArgumentTransformationError,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["0"], result.Texts);
    }
}
