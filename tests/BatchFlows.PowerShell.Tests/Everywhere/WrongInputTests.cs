namespace BatchFlows.PowerShell.Tests;

/// <summary>Errors that the commands raise themselves because of what was typed.</summary>
public class WrongInputTests
{
    [Theory]
    [InlineData("Set-BatchFlow 3001")]
    [InlineData("Get-BatchFlowInstance -After 2026-03-02 -Before 2026-03-01")]
    [InlineData("Get-BatchFlowTaskLog 100001-1 -Pattern '('")]
    [InlineData("Connect-BatchFlow http://example.com o u ([pscredential]::new('a', [securestring]::new()))")]
    [InlineData("Invoke-BatchFlowApi ./flows delete -Query @{ flowId = 3001 }")]
    [InlineData("Invoke-BatchFlowApi flows search '{'")]
    [InlineData("Set-BatchFlowSandbox -Advance 0")]
    public void What_was_typed_wrong_is_caught_by_kind_as_well(string script)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"try {{ $ErrorActionPreference = 'Stop'; {script} }} catch [BatchFlows.FlowException] "
                + "{ \"$($_.Exception.Kind)\" }");

        Assert.Empty(result.Errors);
        Assert.Equal(["RequestInvalid"], result.Texts);
    }
}
