namespace BatchFlows.PowerShell.Tests;

public class GetBatchFlowServerTimeTests
{
    [Fact]
    public void The_time_is_in_the_servers_zone_and_compared_with_this_machines()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Set-BatchFlowSandbox -Speed 0 -Time 2030-01-01T00:00:00Z -UtcOffset 05:30",
            "$t = Get-BatchFlowServerTime; $t.Time.ToString('o'); $t.Zone; $t.ConnectionName; $t.ClockDifference -eq "
                + "($t.Time - $t.LocalTime); $t.ClockDifference.TotalDays -gt 1");

        Assert.Empty(result.Errors);
        Assert.Equal(["2030-01-01T05:30:00.0000000+05:30", "GMT+5:30", "sandbox", "True", "True"], result.Texts);
    }

    [Fact]
    public void Two_clocks_that_agree_differ_by_less_than_the_call_takes()
    {
        using var engine = Engine.WithSandbox();

        Assert.Equal(
            ["True"], engine.Run("[Math]::Abs((Get-BatchFlowServerTime).ClockDifference.TotalSeconds) -lt 5").Texts);
    }

    [Fact]
    public void A_failure_is_an_error_of_the_call()
    {
        using var engine = Engine.WithSandbox(retries: 0);

        var result = engine.Run(
            "Set-BatchFlowSandbox -Fault ServiceFailed -Operation 'Get Current Time'; Get-BatchFlowServerTime");

        Assert.Equal(
            "ServiceFailed,BatchFlows.Commands.GetBatchFlowServerTimeCommand", result.Error.FullyQualifiedErrorId);
    }
}
