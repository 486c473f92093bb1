using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Every command takes the exact name of a flow where it takes its ID.</summary>
public class FlowNamesTests
{
    private const string Searches = "0 + $sandbox.Service.CallCounts['Search Flow']";

    /// <summary>The uses of commands that begin with the ID of a flow.</summary>
    public static TheoryData<CommandSample> WithFlow =>
        [.. CommandSamples.All.Where(sample => Regex.IsMatch(sample.Arguments, @"^\d{4}\b"))];

    [Fact]
    public void Every_command_that_takes_flows_is_tried_and_takes_them_by_Id_as_well()
    {
        using var engine = new Engine();

        var result = engine.Run(
            """
            Get-Command -Module BatchFlows.PowerShell | Where-Object { $_.Parameters.ContainsKey('FlowId') } |
                ForEach-Object { $_.Name + ($_.Parameters.FlowId.Aliases -eq 'Id') }
            """);

        string[] others = [
            "Get-BatchFlow", "Get-BatchFlowInstance", "Debug-BatchFlowInstance", "New-BatchFlowReport",
            "Test-BatchFlow"]; // no ID stands first in their samples
        Assert.Equal(
            WithFlow.Select(row => row.Data.Command).Concat(others).Distinct().Select(command => command + "Id")
                .Order(StringComparer.Ordinal),
            result.Texts.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(WithFlow))]
    public void A_name_does_what_the_id_does(CommandSample sample)
    {
        foreach (var form in (string[])["{0} {1} {2}", "{0} -Id {1} {2}", "{1} | {0} {2}", "{0} @({1}) {2}"])
        {
            var (id, rest) = (sample.Arguments[..4], sample.Arguments[4..]);
            Assert.Equal(
                Run(string.Format(null, form, sample.Command, id, rest)),
                Run(string.Format(null, form, sample.Command, $"(names {id})", rest)));

            string Run(string script)
            {
                using var folder = new TemporaryFolder();
                using var engine = CommandSamples.Start(folder.Path);
                engine.Run("function names($id) { @{ 3001 = 'etl_meter_readings'; 3003 = 'Forecast_Demand'; "
                    + "3006 = (Get-BatchFlow -FlowId 3006).FlowName }[$id] }");
                var result = engine.Run($"@({script} -ErrorAction Stop).Count");
                Assert.Empty(result.Errors);
                return $"{CommandSamples.Changes(engine)} {string.Join(' ', result.Texts)}";
            }
        }
    }

    [Theory]
    [InlineData("Get-BatchFlow 3001", "3001 True")]
    [InlineData("Get-BatchFlow '3001'", "3001 True")]
    [InlineData("Get-BatchFlow -Id 3001", "3001 True")]
    [InlineData("Get-BatchFlow 3001 -Detailed", "3001 True")]
    [InlineData("Get-BatchFlow etl_meter_readings", "3001 False")]
    [InlineData("Get-BatchFlow ETL_* -Detailed", "3001 True")]
    [InlineData("'etl_meter_readings' | Get-BatchFlow", "3001 False")]
    [InlineData("'etl_*', 3002 | Get-BatchFlow", "3001 False 3002 True")]
    [InlineData("Get-BatchFlow 3002, etl_*, bill*", "3002 True 3001 False 3005 False")]
    [InlineData("Get-BatchFlow 3001, 3002 -Owner anna.keller", "3001 True")]
    [InlineData("Get-BatchFlow etl_*, watch* -Owner anna.keller", "3001 True")]
    [InlineData("[pscustomobject]@{ FlowId = 'etl_meter_readings' } | Get-BatchFlow", "3001 False")]
    [InlineData("Get-BatchFlow 3001 -Mine -ErrorAction Ignore", "")]
    [InlineData("Get-BatchFlow -Name 3001 -ErrorAction Ignore", "")]
    [InlineData("Get-BatchFlow etl_* -Mine", "3001 False")]
    public void The_flows_of_a_list_are_named_by_ids_and_names(string script, string expected)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run($"{script} | ForEach-Object {{ $_.FlowId; $_ -is [BatchFlows.Flow] }}");

        Assert.Empty(result.Errors);
        Assert.Equal(expected, string.Join(' ', result.Texts));
    }

    [Fact]
    public void Runs_are_found_by_the_name_of_their_flow()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("(Get-BatchFlowInstance -FlowId 3001).FlowInstanceId -join ' '",
            "(Get-BatchFlowInstance -FlowId etl_meter_readings).FlowInstanceId -join ' '",
            "([pscustomobject]@{ FlowId = 'etl_meter_readings' } | Get-BatchFlowInstance).FlowInstanceId -join ' '");

        Assert.Empty(result.Errors);
        Assert.Single(result.Texts.Distinct());
        Assert.NotEqual("", result.Texts.First());
    }

    [Fact]
    public void A_name_is_searched_once_in_a_command()
    {
        using var engine = Engine.WithSandbox();
        engine.Run("$null = Export-BatchFlow etl_meter_readings; $sandbox.Service.ResetCounters()");

        var once = engine.Run($"$null = Export-BatchFlow etl_meter_readings; {Searches}").Texts.Single();
        var result = engine.Run(
            "$sandbox.Service.ResetCounters()",
            "(1..40 | ForEach-Object { 'etl_meter_readings' } | Export-BatchFlow).Count", Searches);

        Assert.Empty(result.Errors);
        Assert.Equal(["40", once], result.Texts);
        Assert.Equal("2", once); // the page with the flow, and the empty one behind it
    }

    [Theory]
    [InlineData("abc", "8")]
    [InlineData("ABC", "FlowNameAmbiguous: Several flows are named 'ABC': 7 'Abc', 8 'abc'.")]
    [InlineData("twice", "FlowNameAmbiguous: Several flows are named 'twice': 10 'twice', 9 'twice'.")]
    [InlineData("ONCE", "11")]
    [InlineData("on", "FlowNotFound: No flow named 'on' was found. Did you mean ")]
    [InlineData(
        "etl_meter_raedings",
        "FlowNotFound: No flow named 'etl_meter_raedings' was found. Did you mean etl_meter_readings?")]
    [InlineData("tw", "FlowNotFound: No flow named 'tw' was found. Did you mean twice?")]
    [InlineData("xyz", "FlowNotFound: No flow named 'xyz' was found. List the flows with Get-BatchFlow.")]
    public void One_flow_has_a_name_or_one_error_lists_what_is_near(string name, string expected)
    {
        using var engine = WithNames();
        foreach (var command in (string[])["Export-BatchFlow", "Disable-BatchFlow -PassThru"])
        {
            var result = engine.Run($"'{name}' | {command}");

            var found = result.Errors.Count == 0
                ? $"{result.Output.Single().Properties["FlowId"].Value}"
                : $"{result.Error.FullyQualifiedErrorId.Split(',')[0]}: {result.Error.Exception.Message}";
            Assert.StartsWith(expected, SortedIds(found), StringComparison.Ordinal);
            if (result.Errors.Count > 0) Assert.Equal(name, result.Error.TargetObject);
        }

        static string SortedIds(string text) =>
            text.Replace("9 'twice', 10 'twice'", "10 'twice', 9 'twice'", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-ThrottleLimit 4")]
    public void Changes_by_name_are_made_in_order_and_end_with_the_first_error_when_told_so(string limit)
    {
        using var engine = WithNames();

        var result = engine.Run(
            $"'once', 3001, 'nobody', 'abc' | Disable-BatchFlow -PassThru {limit} | ForEach-Object FlowId",
            $"'once', 'nobody', 'abc' | Enable-BatchFlow -PassThru {limit} -ErrorAction Stop | ForEach-Object FlowId",
            "0 + $sandbox.Service.CallCounts['Enable Flow']");

        Assert.Equal(["FlowNotFound", "FlowNotFound"],
            result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        string[] toTheError = ["11", "3001", "8", "11", "1"];
        string[] oneMore = ["11", "3001", "8", "11", "8", "2"];
        // Of several at once, the one behind the error may have begun. What was made is told.
        Assert.Equal(limit.Length > 0 && result.Texts.Last() == "2" ? oneMore : toTheError, result.Texts);
    }

    [Fact]
    public void A_prompt_shows_id_and_name_of_a_flow_that_was_named()
    {
        using var engine = Engine.WithSandbox();
        engine.Answer = 2;

        foreach (var command in (string[])
            ["Disable-BatchFlow", "Enable-BatchFlow", "Remove-BatchFlow", "Start-BatchFlow"])
        {
            Assert.Contains(
                "Flow 3001 'etl_meter_readings'", engine.Show($"{command} ETL_meter_readings -WhatIf"),
                StringComparison.Ordinal);
            engine.Run($"{command} ETL_meter_readings -Confirm");
            Assert.Contains("Flow 3001 'etl_meter_readings'", engine.Questions[^1], StringComparison.Ordinal);
        }

        Assert.Equal(0, CommandSamples.Changes(engine));
    }

    [Fact]
    public void A_lookup_takes_its_place_under_the_limit_of_calls()
    {
        using var engine = WithNames();

        var result = engine.Run(
            "$sandbox.Service.Latency = [timespan]::FromMilliseconds(20)",
            "$null = 'once', 'abc', 'Abc', 'etl_meter_readings' | Export-BatchFlow -ThrottleLimit 2",
            "$sandbox.PeakInFlight");

        Assert.Empty(result.Errors);
        Assert.Equal(["2"], result.Texts);
    }

    private static Engine WithNames()
    {
        var engine = Engine.WithSandbox();
        Assert.Empty(engine.Run(
            "@{ 7 = 'Abc'; 8 = 'abc'; 9 = 'twice'; 10 = 'twice'; 11 = 'once' }.GetEnumerator() | ForEach-Object "
                + "{ $sandbox.Service.PutFlow($_.Key, '{\"name\":\"' + $_.Value + '\",\"tasks\":[]}') }",
            "$sandbox.Service.ResetCounters()").Errors);
        return engine;
    }

    [Theory]
    [InlineData("Disable-BatchFlow meter*", "Get-BatchFlow -Name 'meter*' | Disable-BatchFlow")]
    [InlineData("Start-BatchFlow 3001, 'etl_?' -WhatIf", "Get-BatchFlow -Name 'etl_?' | Start-BatchFlow")]
    [InlineData("Set-BatchFlow [a-e]* -Cycle D", "Get-BatchFlow -Name '[a-e]*' | Set-BatchFlow")]
    [InlineData("Get-BatchFlowTask *", "Get-BatchFlow -Name '*' | Get-BatchFlowTask")]
    public void A_pattern_where_a_name_is_wanted_is_told_the_pipeline_to_use(string script, string pipeline)
    {
        using var engine = Engine.WithSandbox();

        var error = engine.Run($"$null = {script}").Error;

        Assert.StartsWith("FlowNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-FlowId accepts exact names", error.Exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(pipeline, error.Exception.Message, StringComparison.Ordinal);
    }
}
