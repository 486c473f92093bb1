namespace BatchFlows.PowerShell.Tests;

/// <summary>Scripts take items of lists by their number, which does not work with every kind of list.</summary>
public class IndexingTests
{
    [Theory]
    [InlineData("(Get-BatchFlow 3001).Graph.Tasks[1].TaskName", "check_readings")]
    [InlineData("(Get-BatchFlow 3001).Graph.Relations[-1].Rerun", "False")]
    [InlineData("(Get-BatchFlow 3001).Owners[0]", "anna.keller")]
    [InlineData("(Get-BatchFlow 3001).Parameters[0].Key", "cal_dt")]
    [InlineData("(Get-BatchFlowDirectory -Path /).Directories[0].Name", "energy")]
    [InlineData("(Get-BatchFlowDirectory -Path /).Flows[0].FlowId", "2924")]
    [InlineData("(Get-BatchFlowInstance -Status Fail | Get-BatchFlowInstance).FailedTasks[0].TaskName", "forecast")]
    [InlineData("(Export-BatchFlow 3003 | Get-BatchFlowLink)[0].TargetTaskNames[0]", "join_weather")]
    [InlineData("(Export-BatchFlow 3003).Tasks[0].TaskName", "join_weather")]
    public void Items_are_taken_by_their_number(string script, string expected)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal([expected], result.Texts);
    }
}
