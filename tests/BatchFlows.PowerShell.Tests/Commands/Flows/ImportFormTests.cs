using System;
using System.IO;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Which JSON Import-BatchFlow recognises as the definition of a flow.</summary>
public class ImportFormTests
{
    public static TheoryData<string, string> Others => new()
    {
        { "{}", "no field 'name'" },
        { """{"code":62102,"msg":"Incorrect parameter"}""", "error 62102" },
        { """{"status":"1203","msg":"expired","data":{"name":"x","tasks":[]}}""", "error 1203" },
        { """{"code":0,"msg":"OK","data":""}""", "no field 'name'" },
        { """{"code":0,"msg":"OK","data":{"flowId":1,"flowName":"x"}}""", "no field 'name'" },
        { """{"message":"API rate limit exceeded"}""", "no field 'name'" },
        { """{"name":"x","version":"1.0.0","scripts":{"build":"tsc"},"dependencies":{}}""", "'version'" },
        { """{"name":"x","type":"module"}""", "'type'" },
        { """{"name":{"first":"x"},"tasks":[]}""", "not text" },
        { """{"flowId":3001,"flowName":"x","freq":"0 0 0 * * ? *","graph":"{\"tasks\":[]}"}""", "no field 'name'" },
        { """{"version":"2.0.0","tasks":[{"label":"build","type":"shell"}]}""", "no field 'name'" },
        { """{"name":"x","tasks":["build","test"]}""", "'tasks'" },
        { """{"name":"x","tasks":{"build":"tsc"}}""", "without the field 'name'" },
        { """{"name":"x","tasks":5}""", "'tasks'" },
        { """{"name":"x","tasks":[["y"]]}""", "'tasks'" },
    };

    public static TheoryData<string, string> Cut => new()
    {
        { """{"name":"x","tasks":["@{name=t; cmd=date}"]}""", "'tasks'" },
        { """{"name":"x","tasks":"System.Object[]"}""", "'tasks'" },
        { """{"name":"x","tasks":"  "}""", "'tasks'" },
        { """{"name":"x","tasks":[],"flowLinks":""}""", "'flowLinks'" },
        { """{"name":"x","tasks":"@{name=t} @{name=u}"}""", "'tasks'" },
        { """{"name":"x","tasks":[{"name":"t"}],"relations":["@{sourceTaskName=t}"]}""", "'relations'" },
        { """{"name":"x","tasks":[{"name":"t","runMode":"@{taskMode=1; cpu=0.5}"}]}""", "'runMode'" },
        { """{"name":"x","tasks":[],"parameters":["@{key=a; value=1}"]}""", "'parameters'" },
        { """{"name":"x","tasks":[],"new":{"deep":"System.Collections.Hashtable"}}""", "'deep'" },
        { """{"name":"x","tasks":[],"new":[["System.Object[]"]]}""", "'new'" },
        { """{"name":"x","tasks":{"value":[{"name":"t"},{"name":"u"}],"Count":2}}""", "'tasks'" },
        { """{"FlowName":"x","Name":"x","Tasks":[{"TaskName":"t","Command":"date"}]}""", "ConvertTo-Json" },
        { """{"name":"x","tasks":[{"TaskName":"t","Command":"date"}]}""", "without the field 'name'" },
        { """{"name":"x","tasks":[{"name":"t","ConnectionName":"c"}]}""", "ConvertTo-Json" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    [MemberData(nameof(Cut))]
    public void What_is_not_recognisably_a_definition_is_refused_although_it_gets_a_name(string json, string why)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "x.json"), json);

        var file = engine.Run(
            $"Import-BatchFlow '{folder.Path}/x.json' -Directory archive -Name y", "$sandbox.RequestCount");
        var parsed = engine.Run($"[BatchFlows.FlowDefinition]::Parse('{json}') | Import-BatchFlow -Directory archive "
            + "-Name y", "$sandbox.RequestCount");

        Assert.StartsWith("FileNotRead,", file.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(why, file.Error.Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("RequestInvalid,", parsed.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["0", "0"], file.Texts.Concat(parsed.Texts));
    }

    [Theory]
    [InlineData("""{"name":"x"}""", "")]
    [InlineData("""{"name":"x","tasks":[{"name":"t","cmd":"@{a=b}"}],"new":{"a":[1.50]}}""", "t")]
    [InlineData("""{"name":"x","tasks":{"name":"t"}}""", "t")]
    [InlineData("""{"name":"x","tasks":"[{\"name\":\"t\"}]","task_links":[{"linkId":"0"}]}""", "t")]
    [InlineData("""{"name":"x","cron":"","tasks":null,"type":"0"}""", "")]
    [InlineData("""{"code":0,"msg":"OK","data":{"name":"x","tasks":[{"name":"t"}]}}""", "t")]
    [InlineData("""{"status":"0","msg":" Success","data":"{\"name\":\"x\",\"tasks\":[{\"name\":\"t\"}]}"}""", "t")]
    [InlineData("""{"code":0,"msg":"OK","data":[{"name":"x","tasks":[{"name":"t"}]}]}""", "t")]
    public void What_the_service_may_write_is_recognised(string json, string tasks)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "x.json"), json);

        var result = engine.Run(
            $"$new = Import-BatchFlow '{folder.Path}/x.json' -Directory archive; $new.FlowName",
            "[string]($new | Export-BatchFlow).Tasks.TaskName");

        Assert.Empty(result.Errors);
        Assert.Equal(["x", tasks], result.Texts);
    }

    [Fact]
    public void Each_exported_flow_is_recognised_and_a_saved_sandbox_is_not()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();

        var result = engine.Run(
            $"$files = Get-BatchFlow | Export-BatchFlow -Path '{folder.Path}/out/'",
            "$files.Count -gt 5; ($files | Import-BatchFlow -Directory archive -WhatIf)",
            $"$sandbox | Set-BatchFlowSandbox -SavePath '{folder.Path}/state.json'");
        var state = engine.Run($"Import-BatchFlow '{folder.Path}/state.json' -Directory archive -Name x");

        Assert.Empty(result.Errors);
        Assert.Equal(["True"], result.Texts);
        Assert.StartsWith("FileNotRead,", state.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_too_many_levels_is_an_error_that_tells_how_many_are_read()
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "x.json"),
            "{\"name\":\"x\",\"tasks\":[],\"new\":" + new string('[', 100_000) + new string(']', 100_000) + "}");

        var result = engine.Run($"Import-BatchFlow '{folder.Path}/x.json' -Directory archive -Name y");

        Assert.StartsWith("FileNotRead,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("256 levels", result.Error.Exception.Message, StringComparison.Ordinal);
    }
}
