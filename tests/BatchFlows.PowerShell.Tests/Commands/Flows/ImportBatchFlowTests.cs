using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace BatchFlows.PowerShell.Tests;

public class ImportBatchFlowTests
{
    [Fact]
    public void An_exported_flow_becomes_a_new_one_with_the_same_definition()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$old = Export-BatchFlow 3001; $new = $old | Import-BatchFlow -Directory billing -Name copy",
            "$new.GetType().Name; $new.FlowName; $new.ConnectionName; (Get-BatchFlow copy -Path billing).FlowId -eq "
                + "$new.FlowId",
            "$old.FlowName = 'copy'; $old.ToJson(); ($new | Export-BatchFlow).ToJson()");

        Assert.Empty(result.Errors);
        Assert.Equal(["Flow", "copy", "sandbox", "True"], result.Texts.Take(4));
        AssertSame(result.Texts.ElementAt(4), result.Texts.ElementAt(5));
    }

    [Theory]
    [InlineData("Import-BatchFlow $folder/*.json -Directory archive")]
    [InlineData("Import-BatchFlow -LiteralPath $raw/1-a.json, $raw/2-b.json -Directory /archive/")]
    [InlineData("\"$raw/1-a.json\", \"$folder/b.flow.json\" | Import-BatchFlow -Directory archive")]
    [InlineData(
        "[pscustomobject]@{ FullName = \"$raw/1-a.json\" }, [pscustomobject]@{ PSPath = \"$raw/2-b.json\" } | "
            + "Import-BatchFlow -Directory archive")]
    [InlineData("$files | Import-BatchFlow -Directory archive")]
    [InlineData("$flows | Import-BatchFlow -Directory archive")]
    [InlineData("Import-BatchFlow -InputObject $flows -Directory archive")]
    [InlineData("$flows | Import-BatchFlow -DirectoryId $archive")]
    [InlineData("$flows | Import-BatchFlow -DirectoryId ([pscustomobject]@{ DirectoryId = $archive })")]
    public void Flows_come_from_files_and_from_the_pipeline_and_nothing_of_them_is_lost(string script)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        var definition =
            """{"name":"a","x":{"y":[1.50,null,"ä"]},"tasks":[{"name":"t","timeout":"3","z":true}],"desc":"d","owners":";a;"}""";
        engine.Run(
            $"$folder = '{folder.Path}'; $sandbox.Service.PutFlow(1, '{definition}'); $sandbox.Service.PutFlow(2, "
                + $"'{{\"name\":\"b\"}}')",
            "$raw = \"$folder/raw\"; $null = 1, 2 | Export-BatchFlow -Path $raw -Raw",
            "$files = 1, 2 | Export-BatchFlow -Path $folder; $flows = 1, 2 | Export-BatchFlow; 1, 2 | Remove-BatchFlow",
            "$archive = (Get-BatchFlowDirectory archive).DirectoryId");

        var result = engine.Run($"({script}).FlowName", "Get-BatchFlow -Path archive | ForEach-Object FlowName",
            "(Get-BatchFlow a | Export-BatchFlow).ToJson()");

        Assert.Empty(result.Errors);
        Assert.Equal(["a", "b"], result.Texts.Take(2));
        Assert.Equal(["a", "b"], result.Texts.Skip(2).Take(2).Order(StringComparer.Ordinal)); // made at once
        AssertSame(definition, result.Texts.Last());
        Assert.Contains("1.50", result.Texts.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_directory_is_looked_up_once_for_all_flows()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$sandbox.Service.AddFlows(20); $flows = Get-BatchFlow load_* | Export-BatchFlow; foreach ($flow in "
                + "$flows) { $flow.FlowName = $flow.FlowName + 'x' }",
            "$sandbox.Service.ResetCounters(); ($flows | Import-BatchFlow -Directory archive).FlowName",
            "$sandbox.Service.CallCounts['List Workflow Directories']; $sandbox.RequestCount");

        Assert.Empty(result.Errors);
        // Each flow is imported and read; the time zone is read once more.
        Assert.Equal([.. Enumerable.Range(1, 20).Select(n => $"load_{n:00000}x"), "1", "42"], result.Texts);
    }

    [Theory]
    [InlineData("Export-BatchFlow 1", "1")]
    [InlineData("[pscustomobject]@{ FullName = \"$folder/1-a.json\" }", "1")]
    [InlineData("[pscustomobject]@{ FullName = \"$folder/9-a.json\" }", "9")]
    [InlineData("[pscustomobject]@{ FullName = \"$folder/a.json\" }", "new")]
    public void An_id_is_kept_when_it_is_free(string source, string expected)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        engine.Run(
            $"$folder = '{folder.Path}'; $sandbox.Service.PutFlow(1, '{{\"name\":\"a\"}}'); $null = Export-BatchFlow 1 "
                + "-Path $folder -Raw");
        foreach (var name in new[] { "9-a.json", "a.json" })
            File.Copy(Path.Combine(folder.Path, "1-a.json"), Path.Combine(folder.Path, name));

        var result = engine.Run(
            $"$given = {source}; Remove-BatchFlow 1; ($given | Import-BatchFlow -Directory / -KeepFlowId).FlowId");

        Assert.Empty(result.Errors);
        if (expected == "new")
            Assert.True(long.Parse(result.Texts.Single(), System.Globalization.CultureInfo.InvariantCulture) > 3006);
        else Assert.Equal(expected, result.Texts.Single());
    }

    [Fact]
    public void An_id_that_is_taken_is_told()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "(Export-BatchFlow 3001 | Import-BatchFlow -Directory / -Name new -KeepFlowId -Verbose).FlowId");

        Assert.Contains($"Flow 'new' could not keep the ID 3001; it has {result.Texts.Single()}.", result.Messages);
    }

    [Theory]
    [InlineData("", "d")]
    [InlineData("-Description ''", "")]
    [InlineData("-Description other", "other")]
    public void A_description_is_that_of_the_definition_unless_another_is_given(string parameter, string expected)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            """$sandbox.Service.PutFlow(1, '{"name":"a","desc":"d"}')""",
            $"(Export-BatchFlow 1 | Import-BatchFlow -Directory / -Name b {parameter} | Get-BatchFlow).Description");

        Assert.Empty(result.Errors);
        Assert.Equal([expected], result.Texts);
    }

    [Theory]
    [InlineData("{\n \"name\": x }", "not JSON from line 2, position 10 on")]
    [InlineData("{ \"name\": \"a\"", "ends early")]
    [InlineData("", "a regular file that is not empty")]
    [InlineData(" \n", "is empty")]
    [InlineData("[]", "this is other JSON")]
    public void A_broken_file_is_one_error_and_the_others_are_imported(string text, string why)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        var broken = Path.Combine(folder.Path, "1.json");
        File.WriteAllText(broken, text);
        File.WriteAllText(Path.Combine(folder.Path, "2.json"), """{"name":"whole"}""");

        var result = engine.Run($"(Import-BatchFlow {folder.Path}/*.json -Directory archive).FlowName",
            "$sandbox.Service.CallCounts['Import Flow']");

        Assert.Equal(("FileNotRead,BatchFlows.Commands.ImportBatchFlowCommand", broken),
            (result.Error.FullyQualifiedErrorId, result.Error.TargetObject));
        Assert.Contains(broken, result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(why, result.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["whole", "1"], result.Texts);
    }

    [Theory]
    [InlineData("Import-BatchFlow /no/such/file.json -Directory archive", "FileNotRead")]
    [InlineData("Import-BatchFlow -LiteralPath /no/such/file.json -Directory archive", "FileNotRead")]
    [InlineData("Import-BatchFlow nodrive:/x -Directory archive", "FileNotRead")]
    [InlineData("Import-BatchFlow / -Directory archive", "FileNotRead")]
    [InlineData("$flow | Import-BatchFlow", "RequestInvalid")]
    [InlineData("$flow | Import-BatchFlow -Directory a -DirectoryId b", "RequestInvalid")]
    [InlineData("$flow, $flow | Import-BatchFlow -Directory archive -Name x -WhatIf", "RequestInvalid")]
    [InlineData("$flow, $flow | Import-BatchFlow -Directory archive -Name x", "RequestInvalid")]
    [InlineData("$flow | ForEach-Object { $_; $_ } | Import-BatchFlow -Directory archive -Name x", "RequestInvalid")]
    public void What_cannot_be_imported_is_an_error_before_anything_is_sent(string script, string id)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$flow = Export-BatchFlow 3001; $sandbox.Service.ResetCounters()", script, "$sandbox.RequestCount");

        Assert.StartsWith(id + ",", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["0"], result.Texts);
    }

    [Theory]
    [InlineData("-Directory no/such -Name x", "DirectoryNotFound")]
    [InlineData("-Directory archive", "FlowExists")]
    public void What_the_service_does_not_take_is_an_error_about_the_flow(string parameters, string id)
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run("$flow = Export-BatchFlow 3001", $"$flow | Import-BatchFlow {parameters}");

        Assert.StartsWith(id + ",", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("etl_meter_readings", $"{result.Error.TargetObject}");
    }

    [Fact]
    public void A_flow_goes_back_to_its_connection_unless_another_is_named()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$flow = Export-BatchFlow 3001; Connect-BatchFlow -Sandbox -Name other",
            "($flow | Import-BatchFlow -Directory archive -Name x).ConnectionName",
            "($flow | Import-BatchFlow -Directory archive -Name x -Connection other).ConnectionName");

        Assert.Empty(result.Errors);
        Assert.Equal(["sandbox", "other"], result.Texts);
    }

    [Fact]
    public void A_lost_answer_is_told_and_nothing_is_sent_again()
    {
        using var engine = Engine.WithSandbox();

        var result = engine.Run(
            "$flow = Export-BatchFlow 3001; $sandbox.Service.InjectFault('DropAfter', 1, 'Import Flow')",
            "$flow | Import-BatchFlow -Directory archive -Name x",
            "$sandbox.Service.CallCounts['Import Flow']");

        Assert.StartsWith("OutcomeUnknown,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["1"], result.Texts);
    }

    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}
