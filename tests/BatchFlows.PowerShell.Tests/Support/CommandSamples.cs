using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

/// <summary>What is typed to use a command, and which operations of the service change something by it.</summary>
public sealed record CommandSample(string Command, string Arguments, params string[] Changes)
{
    public string Script => $"{Command} {Arguments}";

    /// <summary>True when it changes a flow or a run, whose name is shown before.</summary>
    public bool IsOfFlow => Changes.Length > 0 && Regex.IsMatch(Arguments, @"^(\d{4}|\$running)\b");

    /// <summary>True when what it does depends on which flows the organisation has.</summary>
    public bool IsOfOrganization => Command is "Backup-BatchFlow" or "Copy-BatchFlow" or "Restore-BatchFlow";

    public override string ToString() => Script;
}

/// <summary>At least one use of each command, in an engine that <see cref="Start"/> gives.</summary>
internal static class CommandSamples
{
    public static readonly IReadOnlyList<CommandSample> All =
    [
        new("Backup-BatchFlow", "\"$folder/flows\""),
        new("Compare-BatchFlow", "-Reference 3001 -Difference 3002"),
        new("Connect-BatchFlow", "-Sandbox -Name other"),
        new("Connect-BatchFlow", "-InputObject $sandbox -Name again"),
        new("ConvertTo-BatchFlowDiagram", "-InputObject 3001 -Path \"$folder/flow.svg\""),
        new("Copy-BatchFlow", "3006 -To sandbox -IfExists Skip"),
        new("Debug-BatchFlowInstance", "$failed"),
        new("Disable-BatchFlow", "3001", "Disable Flow"),
        new("Disconnect-BatchFlow", "sandbox"),
        new("Enable-BatchFlow", "3006 -PassThru", "Enable Flow"),
        new("Export-BatchFlow", "3001 -Path \"$folder/flow.json\""),
        new("Find-BatchFlowMissedRun", "3001 -Last 2d"),
        new("Get-BatchFlow", "-Detailed"),
        new("Get-BatchFlowConnection", ""),
        new("Get-BatchFlowDependency", "3003"),
        new("Get-BatchFlowDirectory", ""),
        new("Get-BatchFlowImpact", "3006 -Of Remove"),
        new("Get-BatchFlowInstance", ""),
        new("Get-BatchFlowLink", "3003"),
        new("Get-BatchFlowProfile", ""),
        new("Get-BatchFlowRelation", "3001"),
        new("Get-BatchFlowRule", "BF1*"),
        new("Get-BatchFlowSandbox", ""),
        new("Get-BatchFlowSchedule", "3001 -IncludeTask"),
        new("Get-BatchFlowServerTime", ""),
        new("Get-BatchFlowTask", "3001"),
        new("Get-BatchFlowTaskInstance", "-FlowInstanceId $failed"),
        new("Get-BatchFlowTaskLog", "-FlowInstanceId $failed"),
        new("Import-BatchFlow", "-InputObject $definition -Directory archive -Name copy", "Import Flow"),
        new("Invoke-BatchFlowApi", "flows disable @{ flowId = 3002 }", "Disable Flow"),
        new("Measure-BatchFlow", "3001"),
        new("New-BatchFlowDirectory", "new", "Create Directory"),
        new("New-BatchFlowReport", "-Path \"$folder/night.html\""),
        new("Remove-BatchFlow", "3006 -Confirm:$false", "Delete Flow"),
        new("Remove-BatchFlowProfile", "$saved"),
        new("Restore-BatchFlow", "$saves", "Import Flow"),
        new("Set-BatchFlow", "3001 -Description new -PassThru", "Load Flow For Edit", "Save Flow"),
        new("Set-BatchFlowProfile", "$saved -ReadOnly"),
        new("Set-BatchFlowSandbox", "-Speed 2"),
        new("Start-BatchFlow", "3001", "Trigger Flow"),
        new("Start-BatchFlow", "3001 -Parameter @{ region = 'north' }", "Update And Trigger Flow"),
        new("Start-BatchFlow", "3001 -FromTask $task", "Trigger Flow From Task"),
        new("Start-BatchFlowSandbox", ""),
        new("Stop-BatchFlowInstance", "$running", "Cancel Flow Instance"),
        new("Stop-BatchFlowSandbox", ""),
        new("Test-BatchFlow", "-FlowId 3005 -Online"),
        new("Test-BatchFlowConnection", ""),
        new("Wait-BatchFlowInstance", "$failed"),
        new("Watch-BatchFlowInstance", "$failed"),
    ];

    /// <summary>Those that ask the service something.</summary>
    public static IEnumerable<CommandSample> WithCalls() => All.Where(sample =>
        sample.Command is not ("Disconnect-BatchFlow" or "Get-BatchFlowConnection")
            && sample.Command is not "Get-BatchFlowRule"
            && !sample.Command.EndsWith("Sandbox", StringComparison.Ordinal) && !IsOfProfiles(sample)
        && sample.Arguments != "-Sandbox -Name other");

    public static IEnumerable<TheoryDataRow<CommandSample>> WithWhatIf() => All.Where(HasWhatIf).Select(Row);

    public static IEnumerable<TheoryDataRow<CommandSample>> WithChanges() =>
        All.Where(sample => sample.Changes.Length > 0).Select(Row);

    /// <summary>An engine with all that the samples need, and counters at zero.</summary>
    public static Engine Start(string? folder = null, int retries = 0)
    {
        var engine = Engine.WithSandbox(retries);
        var result = engine.Run(
            $"$folder = '{folder}'; $definition = Export-BatchFlow 3001; $task = $definition.Tasks[0].TaskName",
            $"$saves = '{Path.Combine(Paths.Repository, "tests", "Samples", "saved")}'",
            $"$saved = 'sample-{Guid.NewGuid()}'; Set-BatchFlowProfile $saved $sandbox.Gateway o u",
            "$runs = Get-BatchFlowInstance; $failed = @($runs | Where-Object IsFailed)[0].FlowInstanceId; $running = "
                + "@($runs | Where-Object IsEnded -eq $false)[0].FlowInstanceId",
            "if (!$failed -or !$running) { throw 'no runs' }; $sandbox.Service.ResetCounters()");
        Assert.Empty(result.Errors);
        return engine;
    }

    /// <summary>How often a sandbox was asked to change something.</summary>
    public static long Changes(Engine engine) =>
        OperationTable.Changes.Sum(
            operation =>
                long.Parse($"0{engine.Run($"$sandbox.Service.CallCounts['{operation}']").Texts.SingleOrDefault()}",
                    provider: null));

    /// <summary>The commands that ask before they change something, services or not.</summary>
    private static bool HasWhatIf(CommandSample sample) =>
        sample.Changes.Length > 0
            || sample.IsOfOrganization
            || sample.Command is "Export-BatchFlow" or "ConvertTo-BatchFlowDiagram" or "New-BatchFlowReport"
                or "Set-BatchFlowSandbox" or "Stop-BatchFlowSandbox"
                or "Set-BatchFlowProfile" or "Remove-BatchFlowProfile";

    private static bool IsOfProfiles(CommandSample sample) =>
        sample.Command.EndsWith("Profile", StringComparison.Ordinal);

    private static TheoryDataRow<CommandSample> Row(CommandSample sample) => new(sample);
}
