using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>A command that changes each item of <c>$items</c>.</summary>
/// <param name="Command">The command.</param>
/// <param name="Operation">The operation by which it makes a change.</param>
/// <param name="Items">Makes the items of the flows <c>$ids</c>.</param>
/// <param name="Bad">An item that fails.</param>
internal sealed record BulkChange(string Command, string Operation, string Items, string Bad)
{
    public const int Count = 6;

    public static readonly IReadOnlyList<BulkChange> All =
    [
        new("Disable-BatchFlow -PassThru", "Disable Flow", "$ids", "999999"),
        new("Enable-BatchFlow -PassThru", "Enable Flow", "$ids", "999999"),
        new("Set-BatchFlow -Description new -PassThru", "Save Flow", "$ids", "999999"),
        new("Remove-BatchFlow -Confirm:$false", "Delete Flow", "$ids", "999999"),
        new("Start-BatchFlow", "Trigger Flow", "$ids", "999999"),
        new("Start-BatchFlow -Wait", "Trigger Flow", "$ids", "999999"),
        new("Stop-BatchFlowInstance -PassThru", "Cancel Flow Instance", "($ids | Start-BatchFlow)", "'1-1'"),
        new("Stop-BatchFlowInstance -PassThru -Wait", "Cancel Flow Instance", "($ids | Start-BatchFlow)", "'1-1'"),
        new("New-BatchFlowDirectory", "Create Directory", "(1..6 | ForEach-Object { \"d$_\" })", "'archive'"),
        new("Import-BatchFlow -Directory archive", "Import Flow", "$definitions", "$taken"),
        new("Invoke-BatchFlowApi flows disable", "Disable Flow",
            "($ids | ForEach-Object { @{ flowId = $_ } })",
            "@{ flowId = 999999 }"),
    ];

    /// <summary>True when it writes what it changed.</summary>
    public bool HasResults => Command.Split('-')[0] is not ("Remove" or "Invoke");

    /// <summary>An engine with items, and counters at zero.</summary>
    /// <param name="latency">How long each call takes, in milliseconds.</param>
    public Engine Start(int latency)
    {
        var engine = Engine.WithSandbox(retries: 0);
        // What is to be stopped still runs then, and what is waited for has ended at the first look.
        engine.Run(
            $"Set-BatchFlowSandbox -TaskSeconds {(Command.StartsWith("Stop", StringComparison.Ordinal) ? 600 : 0)}");
        foreach (var id in Enumerable.Range(1, Count)) Runs.Put(engine, id, "work");
        var result = engine.Run(
            $"$ids = 1..{Count}",
            "$definitions = $ids | Export-BatchFlow | ForEach-Object { $_.FlowName += '_copy'; $_ }",
            "$taken = Export-BatchFlow 3006",
            $"$items = @({Items})",
            "$sandbox.Service.ResetCounters()",
            $"@({Bad}) | {Command} -ErrorAction Ignore",
            $"$ofBad = [int]$sandbox.Service.CallCounts['{Operation}']; $sandbox.Service.ResetCounters()",
            $"Set-BatchFlowSandbox -LatencyMilliseconds {latency}");
        Assert.Empty(result.Errors);
        return engine;
    }

    /// <summary>How many changes the service has made, which counts those that it refuses, too.</summary>
    public int Made(Engine engine, bool hasBad)
    {
        var refused = hasBad ? "$ofBad" : "0";
        var made = engine.Run($"$sandbox.Service.CallCounts['{Operation}'] - {refused}");
        return int.Parse(made.Texts.Single(), provider: null);
    }
}
