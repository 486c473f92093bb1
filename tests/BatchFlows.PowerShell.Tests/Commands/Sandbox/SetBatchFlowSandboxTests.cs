using System;
using System.IO;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

public class SetBatchFlowSandboxTests
{
    private const string Now = "$sandbox.Service.Clock.Now.ToString('u')";

    [Theory]
    [InlineData("-Speed 0 -Time 2030-01-01T01:00:00+01:00", Now, "2030-01-01 00:00:00Z")]
    [InlineData("-Speed 0 -Time 2030-01-01T00:00:00Z -Advance 1.02:00", Now, "2030-01-02 02:00:00Z")]
    [InlineData("-Speed 60", "$sandbox.Service.Clock.Speed", "60")]
    [InlineData("-UtcOffset +5h", "(Get-BatchFlowServerTime).Zone", "GMT+5")]
    [InlineData("-UtcOffset +05:00", "(Get-BatchFlowServerTime).Zone", "GMT+5")]
    [InlineData("-UtcOffset -03:30", "(Get-BatchFlowServerTime).Zone", "GMT-3:30")]
    [InlineData("-LatencyMilliseconds 5", "$sandbox.Service.Latency.TotalMilliseconds", "5")]
    [InlineData("-TaskSeconds 7.5", "$sandbox.Service.DefaultTaskDuration.TotalSeconds", "7.5")]
    [InlineData("-ClockSkewSeconds -3", "$sandbox.Service.ClockSkew.TotalSeconds", "-3")]
    [InlineData("-TokenLifetimeSeconds 60", "$sandbox.Service.TokenLifetime.TotalSeconds", "60")]
    [InlineData("-Sorters SnakeCase", "$sandbox.Service.Sorters", "SnakeCase")]
    [InlineData("-LockUser anna.keller, u15426865866002", "($sandbox.Service.Users | Where-Object IsLocked).UserName",
        "anna.keller,jonas.lindt")]
    [InlineData("-LockUser anna.keller -UnlockUser anna.keller",
        "@($sandbox.Service.Users | Where-Object IsLocked).Count", "0")]
    [InlineData(
        "-LockFlow 3001, 3002 -UnlockFlow 3002", "3001, 3002 | Get-BatchFlow | ForEach-Object IsLocked", "True,False")]
    public void Each_setting_does_what_it_says(string parameters, string look, string expected)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run($"Set-BatchFlowSandbox {parameters}", look);

        Assert.Empty(result.Errors);
        Assert.Equal(expected.Split(','), result.Texts);
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("1.5", 1.5)]
    [InlineData("90s", 90)]
    [InlineData("5m", 300)]
    [InlineData("1h", 3600)]
    [InlineData("1.5H", 5400)]
    [InlineData("7d", 604800)]
    [InlineData("'7 d'", 604800)]
    [InlineData("'7'", 7)]
    [InlineData("1:00:00", 3600)]
    [InlineData("1.00:00", 86400)]
    [InlineData("([timespan]'00:01')", 60)]
    [InlineData("([timespan]::FromMinutes(2))", 120)]
    public void A_span_of_time_is_taken_from_numbers_texts_and_objects(string span, double seconds)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$culture = [cultureinfo]::InvariantCulture.Clone(); $culture.NumberFormat.NumberDecimalSeparator = ','; "
                + "[cultureinfo]::CurrentCulture = $culture; Set-BatchFlowSandbox -Speed 0; $from = $sandbox.Service.Clock.Now; "
                + $"Set-BatchFlowSandbox -Advance {span}; ($sandbox.Service.Clock.Now - $from).TotalMilliseconds");

        Assert.Empty(result.Errors);
        Assert.Equal([$"{seconds * 1000}"], result.Texts);
    }

    [Theory]
    [InlineData("Set-BatchFlowSandbox -Advance 1:40", "1:40:00 for hours and minutes, or 0:1:40 for minutes")]
    [InlineData("Set-BatchFlowSandbox -Advance '+01:05'", "01:05:00 for hours and minutes, or 0:01:05 for minutes")]
    [InlineData("Get-BatchFlowInstance -Last 1:00", "1:00:00 for hours and minutes, or 0:1:00 for minutes")]
    public void Two_numbers_are_no_span_of_time_because_they_have_two_readings(string script, string readings)
    {
        using var engine = Engine.WithSandbox();

        Assert.Contains(readings, engine.Run(script).Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_numbers_are_an_offset_of_a_zone()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("Set-BatchFlowSandbox -UtcOffset 05:30", "(Get-BatchFlowServerTime).Zone.Offset");

        Assert.Empty(result.Errors);
        Assert.Equal(["05:30:00"], result.Texts);
    }

    [Fact]
    public void Every_span_of_time_that_a_command_takes_is_read_alike()
    {
        using var engine = new Engine();

        var result = engine.Run("""
            foreach ($command in Get-Command -Module BatchFlows.PowerShell) {
                foreach ($parameter in $command.Parameters.Values) {
                    if ($parameter.ParameterType -notin [timespan], [Nullable[timespan]]) { continue }
                    if ($parameter.Attributes.TypeId.Name -notcontains 'SpanTransformationAttribute') {
                        "$command -$($parameter.Name)"
                    }
                }
            }
            """);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Texts);
    }

    [Fact]
    public void Faults_hit_the_calls_they_are_meant_for_and_pass()
    {
        using var engine = Engine.WithSandbox(retries: 0);

        var result = engine.Run("Set-BatchFlowSandbox -Fault Html, ServiceFailed -Count 2 -Operation 'Export Flow'",
            "$null = Get-BatchFlow 2924", "1..5 | ForEach-Object { 2924 } | Export-BatchFlow -ThrottleLimit 1");

        Assert.Equal(["ResponseInvalid", "ResponseInvalid", "ServiceFailed", "ServiceFailed"],
            result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(["nFlow"], result.Texts);
    }

    [Fact]
    public void Faults_are_shown_until_they_have_happened_or_are_cleared()
    {
        using var engine = Engine.WithSandbox(retries: 0);
        Assert.DoesNotContain("Faults", engine.Show("Get-BatchFlowSandbox"), StringComparison.Ordinal);
        engine.Run("Set-BatchFlowSandbox -Fault Html -Count 3 -Operation 'Export Flow'");
        engine.Run("Set-BatchFlowSandbox -Fault Redirect; Export-BatchFlow 2924");

        Assert.Contains(
            "Faults of the next calls: Html (2 calls of Export Flow), Redirect (1 call of any operation)",
            engine.Show("Get-BatchFlowSandbox"), StringComparison.Ordinal);

        engine.Run("Set-BatchFlowSandbox -ClearFaults -WhatIf");
        Assert.Equal(2, engine.Run("(Get-BatchFlowSandbox).Faults").Output.Count);
        var result = engine.Run("Set-BatchFlowSandbox -ClearFaults; (Export-BatchFlow 2924).FlowName");
        Assert.Empty(result.Errors);
        Assert.Equal(["nFlow"], result.Texts);
    }

    [Fact]
    public void Cleared_faults_make_room_for_those_of_the_same_command()
    {
        using var engine = Engine.WithSandbox(retries: 0);

        var result = engine.Run(
            "Set-BatchFlowSandbox -Fault Html", "Set-BatchFlowSandbox -ClearFaults -Fault ServiceFailed -Count 2",
            "$sandbox.Faults | ForEach-Object { \"$_\" }");

        Assert.Equal(["ServiceFailed (2 calls of any operation)"], result.Texts);
    }

    [Fact]
    public void Tokens_end_and_calls_go_on()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "Set-BatchFlowSandbox -ExpireTokens", "(Export-BatchFlow 2924).FlowName; $sandbox.TokenRequestCount");

        Assert.Empty(result.Errors);
        Assert.Equal(["nFlow", "2"], result.Texts);
    }

    [Fact]
    public void A_state_is_saved_and_others_go_on_from_it()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "state.json");

        var result = engine.Run(
            $"Set-BatchFlowSandbox -Speed 0 -Time 2030-01-01 -SavePath '{file}'",
            "$null = New-BatchFlowDirectory later; Set-BatchFlowSandbox -Advance 1:00:00",
            $"Set-BatchFlowSandbox -LoadPath '{file}' -PassThru | ForEach-Object {{ $_ -eq $sandbox }}",
            "@(Get-BatchFlowDirectory later*).Count; $sandbox.Service.Clock.Now.Year",
            $"$two = Start-BatchFlowSandbox '{file}' -LatencyMilliseconds 3 -FlowCount 2; $two.Service.Clock.Speed, "
                + "$two.Service.Latency.TotalMilliseconds",
            "$two | Connect-BatchFlow; (Get-BatchFlow load_*).Count");

        Assert.Empty(result.Errors);
        Assert.Equal(["True", "0", "2030", "0", "3", "2"], result.Texts);
        Assert.Equal(["state.json"], folder.Files);
    }

    [Fact]
    public void A_file_is_replaced_only_by_force()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "state.json");
        File.WriteAllText(file, "mine");

        Assert.StartsWith(
            "FileExists,", engine.Run($"Set-BatchFlowSandbox -SavePath '{file}'").Error.FullyQualifiedErrorId,
            StringComparison.Ordinal);
        Assert.Equal("mine", folder.Read("state.json"));
        Assert.Empty(engine.Run($"Set-BatchFlowSandbox -SavePath '{file}' -Force").Errors);
        Assert.NotEqual("mine", folder.Read("state.json"));
    }

    [Theory]
    [InlineData("-LoadPath '{0}/foreign.json'", "FileNotRead")]
    [InlineData("-LoadPath '{0}/nothing.json'", "FileNotRead")]
    [InlineData("-LoadPath env:x", "PathInvalid")]
    [InlineData("-SavePath env:x", "PathInvalid")]
    [InlineData("-Advance 0", "RequestInvalid")]
    [InlineData("-Advance soon", "ParameterArgumentTransformationError")]
    [InlineData("-Advance 1e9d", "ParameterArgumentTransformationError")]
    [InlineData("-UtcOffset 99999999999999999999d", "ParameterArgumentTransformationError")]
    [InlineData("-Advance -1:00:00", "RequestInvalid")]
    [InlineData("-Time 1900-01-01", "RequestInvalid")]
    [InlineData("-UtcOffset 8", "RequestInvalid")]
    [InlineData("-LockUser nobody", "RequestInvalid")]
    [InlineData("-LockFlow 666", "RequestInvalid")]
    [InlineData("-Fault Html -Operation Nothing", "RequestInvalid")]
    [InlineData("-Count 2", "MissingMandatoryParameter")]
    [InlineData("-Operation 'Export Flow'", "MissingMandatoryParameter")]
    [InlineData("-Speed -1", "ParameterArgumentValidationError")]
    public void What_cannot_be_is_an_error_and_changes_nothing(string parameters, string id)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "foreign.json"), "{}");

        var result = engine.Run("Set-BatchFlowSandbox "
            + parameters.Replace("{0}", folder.Path, StringComparison.Ordinal), "(Export-BatchFlow 2924).FlowName");

        Assert.StartsWith(id + ",", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter '", result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["nFlow"], result.Texts);
    }

    [Fact]
    public void What_if_changes_nothing()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            $"Set-BatchFlowSandbox -Speed 5 -Fault Html -LockUser admin -SavePath '{folder.Path}/s.json' -WhatIf",
            "$sandbox.Service.Clock.Speed; (Export-BatchFlow 2924).FlowName");

        Assert.Empty(result.Errors);
        Assert.Empty(folder.Files);
        Assert.Equal(["1", "nFlow"], result.Texts);
    }

    [Fact]
    public void Which_sandbox_is_meant_must_be_clear()
    {
        using var engine = new Engine();

        Assert.Equal("SandboxNotFound,BatchFlows.Commands.SetBatchFlowSandboxCommand",
            engine.Run("Set-BatchFlowSandbox -Speed 2").Error.FullyQualifiedErrorId);
        engine.Run("$one = Start-BatchFlowSandbox; $two = Start-BatchFlowSandbox");
        Assert.StartsWith("SandboxNotFound,", engine.Run("Set-BatchFlowSandbox -Speed 2").Error.FullyQualifiedErrorId,
            StringComparison.Ordinal);

        var result = engine.Run(
            "$two | Set-BatchFlowSandbox -Speed 2; Get-BatchFlowSandbox | Set-BatchFlowSandbox -LatencyMilliseconds 1",
            "$one.Service.Clock.Speed; $two.Service.Clock.Speed; $one.Service.Latency.TotalMilliseconds");
        Assert.Empty(result.Errors);
        Assert.Equal(["1", "2", "1"], result.Texts);
    }

    [Fact]
    public void A_start_from_a_file_that_is_none_starts_nothing()
    {
        using var engine = new Engine();

        var result = engine.Run("Start-BatchFlowSandbox ./nothing.json", "@(Get-BatchFlowSandbox).Count");

        Assert.StartsWith("FileNotRead,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["0"], result.Texts);
    }
}
