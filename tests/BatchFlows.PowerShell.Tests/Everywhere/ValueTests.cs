using System;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What users give as values, and what values do in conditions: times, tables, enums, texts.</summary>
public class ValueTests
{
    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2026-03-01T23:30:00+14:00")]
    [InlineData("([datetimeoffset]'2026-03-01T00:30:00+14:00')")]
    [InlineData("([datetime]'2026-03-01T23:00')")]
    [InlineData("([datetime]::SpecifyKind('2026-03-01T23:00', 'Utc'))")]
    [InlineData("([dateonly]::new(2026, 3, 1))")]
    public void A_day_is_taken_from_text_and_objects_and_shifted_by_none(string day)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"Set-BatchFlow 3001 -StartTime {day}; \"$((Get-BatchFlow 3001).StartTime)\"",
            $"\"$((Start-BatchFlow 3001 -BusinessDate {day}).BusinessDate)\"");

        Assert.Empty(result.Errors);
        Assert.Equal(["2026-03-01", "2026-03-01"], result.Texts);
    }

    [Fact]
    public void A_choice_is_taken_in_any_case_by_every_command()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            """
            foreach ($command in Get-Command -Module BatchFlows.PowerShell) {
                foreach ($parameter in $command.Parameters.Values) {
                    $set = $parameter.Attributes.Where{ $_ -is [ValidateSet] -and $_.IgnoreCase }
                    $choices = $parameter.Attributes.Where{ $_.GetType().Name -eq 'ChoiceTransformationAttribute' }
                    if ($set -and "$($set.ValidValues)" -cne "$($choices.Choices)") { "$command -$($parameter.Name)" }
                }
            }
            """,
            "(Get-BatchFlow 3001 | Test-BatchFlow -As sarif) -like '{*'",
            "(Export-BatchFlow 3001 | ConvertTo-BatchFlowDiagram -As mermaid) -like '*flowchart*'",
            "(New-BatchFlowReport -FlowId 3001 -As markdown) -like '# *'",
            "(Measure-BatchFlow 3001 -By task)[0].TaskName");

        Assert.Empty(result.Errors);
        Assert.Equal(["True", "True", "True", "fetch_readings"], result.Texts);
    }

    [Theory]
    [InlineData("2026-03-01T08:30Z")]
    [InlineData("'2026-03-01 16:30:00 +08:00'")]
    [InlineData("([datetimeoffset]'2026-03-01T16:30:00+08:00')")]
    [InlineData("([datetime]::SpecifyKind('2026-03-01T08:30', 'Utc'))")]
    public void A_moment_is_taken_from_text_and_objects(string moment)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"(Start-BatchFlow 3001 -TriggerTime {moment}).TriggerTime.Instant.ToUnixTimeSeconds()");

        Assert.Empty(result.Errors);
        Assert.Equal(["1772353800"], result.Texts);
    }

    [Theory]
    [InlineData("Start-BatchFlow 3001 -BusinessDate 9999-12-31")]
    [InlineData("Start-BatchFlow 3001 -BusinessDate ([dateonly]::MinValue)")]
    [InlineData("Start-BatchFlow 3001 -TriggerTime ([datetime]::MaxValue)")]
    [InlineData("Get-BatchFlowInstance -Before 0001-01-01")]
    [InlineData("Get-BatchFlowInstance -After ([datetimeoffset]::MaxValue)")]
    [InlineData("Set-BatchFlow 3001 -StartTime 03/01/2026")]
    [InlineData("Set-BatchFlow 3001 -StartTime 20260301")]
    [InlineData("Set-BatchFlow 3001 -Type 'Manual,Periodic'")]
    public void What_is_no_usable_value_is_one_error_and_nothing_is_sent(string script)
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$sandbox.Service.ResetCounters()");

        var result = engine.Run(script, "$sandbox.RequestCount");

        Assert.StartsWith(
            "ParameterArgumentTransformationError,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["0"], result.Texts);
    }

    [Theory]
    [InlineData("@{ batch_size = 7 }")]
    [InlineData("$d = [Collections.Generic.Dictionary[string,string]]::new(); $d.batch_size = '7'; $d")]
    [InlineData("$d = [Dynamic.ExpandoObject]::new(); $d.batch_size = 7; , $d")]
    [InlineData("function bound($batch_size) { , $PSBoundParameters }; bound 7")]
    public void Every_kind_of_table_gives_parameters(string table)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"$table = . {{ {table} }}; Set-BatchFlow 3001 -Parameter $table",
            "$flow = Get-BatchFlow 3001; $flow.Parameters['batch_size'], $flow.Parameters.Count",
            "(Start-BatchFlow 3001 -Parameter $table).Parameters['batch_size']");

        Assert.Empty(result.Errors);
        Assert.Equal(["7", "3", "7"], result.Texts);
    }

    [Theory]
    [InlineData("a = 1, 2", "'a'", "Object[]")]
    [InlineData("a = @{ b = 1 }", "'a'", "Hashtable")]
    [InlineData("ok = 1; a = [securestring]::new()", "'a'", "SecureString")]
    public void A_parameter_that_is_no_single_value_is_refused_before_anything_is_sent(
        string entries, string key, string type)
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$sandbox.Service.ResetCounters()");

        foreach (var command in new[] { "Set-BatchFlow", "Start-BatchFlow" })
        {
            var result = engine.Run($"{command} 3001 -Parameter @{{ {entries} }}", "$sandbox.RequestCount");

            Assert.StartsWith("RequestInvalid,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(key, result.Error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains(type, result.Error.Exception.Message, StringComparison.Ordinal);
            Assert.Equal(["0"], result.Texts);
        }
    }

    [Theory]
    [InlineData("-Status 'Fail,Success'", "-Status Fail, Success")]
    [InlineData("-Status 'Success, Fail', Cancel", "-Status Success, Fail, Cancel")]
    [InlineData("-Type 'Manual,Periodic'", "-Type Manual, Periodic")]
    public void Several_values_of_an_enum_may_stand_in_one_text(string text, string values)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"\"$(Get-BatchFlowInstance {text})\"; \"$(Get-BatchFlowInstance {values})\"",
            "(Get-BatchFlowInstance -Status Fail, Success).Count -gt (@(Get-BatchFlowInstance -Status Fail)).Count");

        Assert.Empty(result.Errors);
        Assert.Equal(result.Texts.First(), result.Texts.ElementAt(1));
        Assert.NotEmpty(result.Texts.First());
        Assert.Equal("True", result.Texts.Last());
    }

    [Theory]
    [InlineData("Init")]
    [InlineData("None")]
    public void Tasks_that_have_not_started_are_found_by_either_name(string status)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            $"Get-BatchFlowInstance -Status Fail | Get-BatchFlowTaskInstance -Status {status} | "
                + "ForEach-Object TaskName");

        Assert.Equal(["publish_forecast"], result.Texts);
    }

    [Fact]
    public void Empty_values_are_false_and_others_true()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            """$sandbox.Service.PutFlow(7, '{"name":"n"}'); $d = Export-BatchFlow 7""",
            "[bool]$d.StartTime, [bool]$d.Owners, [bool]$d.Parameters",
            "$f = Get-BatchFlow 3001; [bool]$f.StartTime, [bool]$f.Owners, [bool]$f.Parameters",
            "[bool](Get-BatchFlowInstance | Where-Object { -not $_.EndTime -and -not $_.IsEnded })");

        Assert.Empty(result.Errors);
        Assert.Equal(["False", "False", "False", "True", "True", "True", "True"], result.Texts);
    }

    [Fact]
    public void Times_are_subtracted_as_moments_and_can_be_formatted()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$run = Start-BatchFlow 3001 -TriggerTime 2026-03-01T08:30Z",
            "(([datetimeoffset]'2026-03-01T09:30Z').LocalDateTime - $run.TriggerTime).TotalMinutes",
            "'{0:HH:mm}' -f $run.TriggerTime; '{0:yyyy-MM-dd HH:mm zzz}' -f $run.TriggerTime; \"$($run.TriggerTime)\"");

        Assert.Empty(result.Errors);
        Assert.Equal(["60", "16:30", "2026-03-01 16:30 +08:00", "2026-03-01 16:30:00"],
            result.Texts.Select(text => text.Replace(":00.0", ":00", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2026", "2026")]
    [InlineData("007", "007")]
    [InlineData("'a/2026'", "2026")]
    public void A_number_is_text_where_text_is_wanted(string given, string name)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run($"(New-BatchFlowDirectory {given}).Name", $"(Get-BatchFlowDirectory {given}).Name");

        Assert.Empty(result.Errors);
        Assert.Equal([name, name], result.Texts);
    }
}
