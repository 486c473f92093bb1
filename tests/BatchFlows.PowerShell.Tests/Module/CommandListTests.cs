using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>
/// A command has four places: its class, its name in the manifest, a sample for the tests of all commands, and a Pester
/// file. The classes are read from the staged module, so that no list here can be forgotten.
/// </summary>
public class CommandListTests
{
    private static readonly string[] Released =
    [
        "Connect-BatchFlow", "Disable-BatchFlow", "Disconnect-BatchFlow", "Enable-BatchFlow", "Export-BatchFlow",
        "Get-BatchFlow",
        "Get-BatchFlowConnection", "Get-BatchFlowDirectory", "Get-BatchFlowInstance", "Get-BatchFlowLink",
        "Get-BatchFlowRelation",
        "Get-BatchFlowSandbox", "Get-BatchFlowServerTime", "Get-BatchFlowTask", "Get-BatchFlowTaskInstance",
        "Get-BatchFlowTaskLog",
        "Import-BatchFlow", "Invoke-BatchFlowApi", "New-BatchFlowDirectory", "Remove-BatchFlow", "Set-BatchFlow",
        "Set-BatchFlowSandbox",
        "Start-BatchFlow", "Start-BatchFlowSandbox", "Stop-BatchFlowInstance", "Stop-BatchFlowSandbox",
        "Test-BatchFlowConnection",
        "Wait-BatchFlowInstance",
    ];

    [Fact]
    public void Each_command_class_has_its_other_places()
    {
        using var engine = new Engine();
        var manifest = File.ReadAllText(Path.Combine(Paths.Repository, "module", "BatchFlows.PowerShell.psd1"));
        var cmdlets = manifest.Split("CmdletsToExport")[1].Split(')')[0];
        var exported = Regex.Matches(cmdlets, @"'(\w+-BatchFlow\w*)'").Select(name => name.Groups[1].Value).ToList();
        var classes = Classes().ToList();

        var complaints = classes.SelectMany(name => Missing(name, exported))
            .Concat(exported.Except(classes).Select(name =>
            $"{name}: module/BatchFlows.PowerShell.psd1 exports it, but no class under "
                + "src/BatchFlows.PowerShell/Commands defines it"));

        Lists.AssertComplete(complaints);
        Assert.Equal(classes.Order(), engine.Run("(Get-Command -Module BatchFlows.PowerShell).Name").Texts.Order());
    }

    [Fact]
    public void Each_sample_and_each_Pester_file_is_of_a_command_that_exists()
    {
        using var engine = new Engine();
        var files = Directory.GetFiles(Path.Combine(Paths.Repository, "tests", "Pester"), "*-BatchFlow*.Tests.ps1")
            .Select(file => Path.GetFileName(file).Split('.')[0]);

        Lists.AssertComplete(files.Concat(CommandSamples.All.Select(sample => sample.Command)).Except(Classes())
            .Select(name => $"{name}: a sample or a Pester file names it, but no class defines it"));
    }

    [Fact]
    public void The_commands_of_earlier_versions_are_still_there()
    {
        using var engine = new Engine();

        Lists.AssertComplete(
            Released.Except(Classes()).Select(name => $"{name}: scripts rely on it, but no class defines it"));
    }

    private static IEnumerable<string> Missing(string command, List<string> exported)
    {
        if (!exported.Contains(command))
            yield return $"{command}: missing in CmdletsToExport of module/BatchFlows.PowerShell.psd1";
        if (!CommandSamples.All.Any(sample => sample.Command == command))
            yield return $"{command}: no sample in tests/BatchFlows.PowerShell.Tests/Support/CommandSamples.cs";
        if (!File.Exists(Path.Combine(Paths.Repository, "tests", "Pester", $"{command}.Tests.ps1")))
            yield return $"{command}: no file tests/Pester/{command}.Tests.ps1";
    }

    /// <summary>The commands of the assembly that an engine has imported.</summary>
    private static IEnumerable<string> Classes() => AppDomain.CurrentDomain.GetAssemblies()
        .Single(assembly => assembly.GetName().Name == "BatchFlows.PowerShell")
        .GetTypes()
        .Select(type => type.GetCustomAttribute<CmdletAttribute>(inherit: false))
        .OfType<CmdletAttribute>()
        .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}");
}
