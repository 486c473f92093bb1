namespace BatchFlows.PowerShell.Tests;

/// <summary>When flows run next, by the clock of this machine in the server's zone.</summary>
public class NextRunTests
{
    [Fact]
    public void It_is_the_first_time_that_the_schedule_lists()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Get-BatchFlow -Detailed | ForEach-Object { "
                + "$expected = (Get-BatchFlowSchedule $_ -After ([datetimeoffset]::UtcNow) -Next 1).FireTime; "
                + "\"$($_.FlowName): $($_.NextRun ? $_.NextRun.EqualsExact($expected) : 'none')\" }");

        Assert.Empty(result.Errors);
        Assert.Equal(
            [
                "nFlow: none", "etl_meter_readings: True", "watch_substations: True", "forecast_demand: True",
                "../reports/CON:weekly: True", "bill_customers: none", "migrate_legacy_tariffs: none",
            ],
            result.Texts);
    }

    [Theory]
    [InlineData("Disable-BatchFlow 3001 -PassThru -Force; Enable-BatchFlow 3001 -PassThru -Force", "none 01:30")]
    [InlineData("Set-BatchFlow 3001 -Cron '0 45 2 * * ? *' -PassThru -Force", "02:45")]
    [InlineData("Set-BatchFlow 3001 -AlertMode Email, Sms -PassThru -Force", "01:30")] // which it has already
    [InlineData("Set-BatchFlow 3001 -Cron '0 0 0 1 1 ? 2020' -PassThru -Force", "none")]
    public void A_changed_flow_has_its_new_one(string script, string times)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"& {{ {script} }} | ForEach-Object {{ $_.NextRun ? $_.NextRun.ToString('HH:mm') : 'none' }}");

        Assert.Equal(times, string.Join(' ', result.Texts));
    }

    [Fact]
    public void Without_the_servers_zone_it_is_empty_and_one_warning_says_why()
    {
        using var engine = Engine.WithSandbox();
        engine.Run("Set-BatchFlowSandbox -Fault AccessDenied -Count 9 -Operation 'Get Timezone'");

        var result = engine.Run(
            "Get-BatchFlow 3001, 3002, 3003 | ForEach-Object { \"$($_.FlowId)$($_.NextRun)\" }",
            "Get-BatchFlow 3004 | Out-Null");

        Assert.Empty(result.Errors);
        Assert.Equal(["3001", "3002", "3003"], result.Texts);
        Assert.StartsWith(
            "The time zone of the server of connection 'sandbox' is not known, so NextRun is empty. ",
            Assert.Single(result.Messages));
        Assert.DoesNotContain("time zone", string.Join('\n', engine.Run("Get-BatchFlow 3001").Messages));
    }

    [Fact]
    public void The_zone_is_asked_for_once_in_a_session()
    {
        using var engine = Engine.WithSandbox();

        Assert.Equal(["1 1"], engine.Run(
            "$before = $sandbox.Service.CallCounts['Get Timezone']",
            "Get-BatchFlow -Detailed | Get-BatchFlow | Out-Null; Get-BatchFlowSchedule 3001 | Out-Null",
            "\"$($sandbox.Service.CallCounts['Get Timezone'] - $before) $($sandbox.Service.CallCounts['Get Current Time'])\"")
            .Texts);
    }
}
