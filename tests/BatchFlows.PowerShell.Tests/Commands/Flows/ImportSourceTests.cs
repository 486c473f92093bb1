using System;
using System.Diagnostics;
using System.IO;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What Import-BatchFlow takes for a definition or a file, and what it refuses.</summary>
public class ImportSourceTests
{
    private const string Decoy = """{"name":"decoy","tasks":[]}""";

    [Theory]
    [InlineData("(Get-BatchFlow 3001)", "BatchFlows.Flow")]
    [InlineData("(Get-BatchFlow -Name etl_meter_readings)", "BatchFlows.FlowSummary")]
    [InlineData("([pscustomobject]@{ name = 'etl_meter_readings'; tasks = @() })", "PSCustomObject")]
    [InlineData("@{ name = 'x' }", "System.Collections.Hashtable")]
    [InlineData(
        "([System.Collections.Generic.Dictionary[string,string]]::new())",
        "System.Collections.Generic.Dictionary[string,string]")]
    [InlineData("$true", "System.Boolean")]
    [InlineData("([datetime]'2026-03-01')", "System.DateTime")]
    [InlineData("(Export-BatchFlow 3001).ToJson()", "System.String")]
    [InlineData("(Export-BatchFlow 3001).ToJson($true)", "System.String")]
    public void Anything_but_a_definition_or_a_file_is_one_error_that_names_its_type(string given, string type)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "etl_meter_readings", "True", "03_01_2026 00:00:00" })
            File.WriteAllText(Path.Combine(folder.Path, name), Decoy);
        engine.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{folder.Path}')", $"$given = {given}",
            "$sandbox.Service.ResetCounters()");

        foreach (var script in new[]
        {
            "$given | Import-BatchFlow -Directory archive -Name x",
            "Import-BatchFlow $given -Directory archive -Name x",
        })
        {
            var result = engine.Run(script, "$sandbox.RequestCount");

            Assert.Contains(type, result.Error.Exception.Message, StringComparison.Ordinal);
            Assert.True(result.Error.Exception.Message.Length < 500, result.Error.Exception.Message);
            Assert.Equal(["0"], result.Texts);
        }

        var named = engine.Run("Import-BatchFlow -InputObject $given -Directory archive -Name x").Error;
        Assert.Contains(type, named.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Import-BatchFlow $flow -Directory archive -Name x")]
    [InlineData("$flow | Import-BatchFlow -Directory archive -Name x")]
    [InlineData("Import-BatchFlow -InputObject $flow -Directory archive -Name x")]
    [InlineData("Import-BatchFlow $file -Directory archive -Name x")]
    [InlineData("Import-BatchFlow -Path $file -Directory archive -Name x")]
    [InlineData("Import-BatchFlow -LiteralPath $file -Directory archive -Name x")]
    [InlineData("Import-BatchFlow $file.FullName -Directory archive -Name x")]
    [InlineData("Import-BatchFlow $file.Name -Directory archive -Name x")]
    [InlineData("$file | Import-BatchFlow -Directory archive -Name x")]
    [InlineData("$file.FullName | Import-BatchFlow -Directory archive -Name x")]
    [InlineData(
        "Import-BatchFlow ([System.Management.Automation.WildcardPattern]::Escape($file.Name)) -Directory archive "
            + "-Name x")]
    [InlineData("Import-BatchFlow ('FileSystem::' + $file.FullName) -Directory archive -Name x")]
    [InlineData("Import-BatchFlow '?prod? etl*.json' -Directory archive -Name x")]
    public void An_exported_flow_and_its_file_are_found_by_what_they_are_called(string script)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        var exported = engine.Run(
            $"$null = $ExecutionContext.SessionState.Path.SetLocation('{folder.Path}')",
            "$sandbox.Service.PutFlow(3105, '{\"name\":\"[prod] etl*?\",\"tasks\":[{\"name\":\"only\"}]}')",
            "$file = Export-BatchFlow 3105 -Path .; $flow = Export-BatchFlow 3105");
        Assert.Empty(exported.Errors);
        Assert.Equal(["[prod] etl__~6769e1c5.flow.json"], folder.Files);

        var result = engine.Run($"({script} | Export-BatchFlow).Tasks.TaskName");

        Assert.Empty(result.Errors);
        Assert.Equal(["only"], result.Texts);
    }

    [Theory]
    [InlineData("-LiteralPath Variable:PID")]
    [InlineData("-LiteralPath Env:PID")]
    [InlineData("-LiteralPath Function:PID")]
    [InlineData("-Path Variable:PID")]
    [InlineData("-Path Variable:PI*")]
    [InlineData("-LiteralPath 'Microsoft.PowerShell.Core\\Variable::PID'")]
    [InlineData("-Path no*such.json")]
    [InlineData("-Path 'no[such.json'")]
    public void A_path_of_another_provider_or_of_no_file_is_an_error(string parameter)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "PID"), Decoy);

        var result = engine.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{folder.Path}')",
            $"Import-BatchFlow {parameter} -Directory archive");

        Assert.Empty(result.Output);
        Assert.StartsWith("FileNotRead,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("pipe")]
    [InlineData("link-to-pipe")]
    [InlineData("link-to-nothing")]
    [InlineData("long.json")]
    public void What_has_no_end_is_refused_at_once(string name)
    {
        using var engine = Engine.WithSandbox();
        using var folder = new TemporaryFolder();
        if (OperatingSystem.IsWindows()) name = "long.json";
        else Process.Start("mkfifo", [Path.Combine(folder.Path, "pipe")]).WaitForExit();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link-to-pipe"), "./pipe");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link-to-nothing"), "./nothing");
        using (var file = File.Create(Path.Combine(folder.Path, "long.json"))) file.SetLength(3L << 30);
        engine.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{folder.Path}')");

        foreach (var script in new[]
        {
            $"Import-BatchFlow {name} -Directory archive", $"Import-BatchFlow -LiteralPath {name} -Directory archive",
            $"$sandbox | Set-BatchFlowSandbox -LoadPath {name}", $"Start-BatchFlowSandbox {name}",
        })
        {
            Assert.StartsWith(
                "FileNotRead,", engine.Run(script).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        }

        Assert.Single(engine.Run($"Connect-BatchFlow -Sandbox -CertificateAuthority {name}").Errors);
    }
}
