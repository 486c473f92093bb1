using System.Collections.Generic;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// Each operation of the service by the command that is made for it: it is called, and what it tells comes out.
/// </summary>
public class OperationTests
{
    private static readonly Dictionary<string, (string Script, string Expected)> Rows = new()
    {
        ["Cancel Flow Instance"] = ("(Start-BatchFlow 3001 | Stop-BatchFlowInstance -PassThru).Status", "Cancel"),
        ["Create Directory"] = ("(New-BatchFlowDirectory energy/wind).Path", "energy/wind"),
        ["Delete Flow"] = ("Remove-BatchFlow 3006 -Confirm:$false; @(Get-BatchFlow).Count", "6"),
        ["Disable Flow"] = ("(Disable-BatchFlow 3001 -PassThru).IsActive", "False"),
        ["Enable Flow"] = ("(Disable-BatchFlow 3001 -PassThru | Enable-BatchFlow -PassThru).IsActive", "True"),
        ["Export Flow"] = ("(Export-BatchFlow 2924).FlowName", "nFlow"),
        ["Get Current Time"] = ("(Get-BatchFlowServerTime).Time -is [datetimeoffset]", "True"),
        ["Get Flow"] = ("(Get-BatchFlow 3001).Graph.Tasks.Count", "4"),
        ["Get Flow Instance"] = (
            "(Get-BatchFlowInstance -Status Fail | Get-BatchFlowInstance).FailedTasks.TaskName", "forecast"),
        ["Get My Flow"] = ("@(Get-BatchFlow -Mine).Count", "7"),
        ["Get Task Instance"] = (
            "(Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance -Name forecast).Status", "Fail"),
        ["Get Task Instance Log"] = (
            "(Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskLog -Failed -Pattern ERROR -Tail 1).TaskName",
            "forecast"),
        ["Get Timezone"] = ("(Get-BatchFlowServerTime).Zone.Text", "GMT+8"),
        ["Import Flow"] = ("(Export-BatchFlow 2924 | Import-BatchFlow -Directory archive -Name copy).FlowName", "copy"),
        ["List Flow Instances"] = ("(Get-BatchFlowInstance -Status Fail).FlowName", "forecast_demand"),
        ["List Workflow Directories"] = ("(Get-BatchFlowDirectory -Path energy/meters).Flows.Count", "2"),
        ["Load Flow For Edit"] = ("(Set-BatchFlow 3001 -Description changed -PassThru).FlowId", "3001"),
        ["Save Flow"] = ("(Set-BatchFlow 3001 -Description changed -PassThru).Description", "changed"),
        ["Search Flow"] = ("(Get-BatchFlow 'etl_*').FlowId", "3001"),
        ["Trigger Flow"] = ("(Start-BatchFlow 3001).FlowId", "3001"),
        ["Trigger Flow From Task"] = ("(Start-BatchFlow 3001 -FromTask load_readings).Graph.Tasks[0].Status", "Skip"),
        ["Update And Trigger Flow"] = (
            "(Start-BatchFlow 3001 -Parameter @{ batch_size = 7 }).Parameters['batch_size']", "7"),
    };

    public static TheoryData<string> Operations() => [.. OperationTable.Errors.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Each_operation_has_its_command(string operation)
    {
        using var engine = Engine.WithSandbox();
        var (script, expected) = Rows[operation];

        var result = engine.Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal([expected], result.Texts);
        Assert.Equal(["True"], engine.Run($"$sandbox.Service.CallCounts['{operation}'] -ge 1").Texts);
    }
}
