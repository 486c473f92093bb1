using System.Globalization;
using System.Linq;

namespace BatchFlows.PowerShell.Tests;

/// <summary>The limit counts all calls of a command, whichever part of it makes them.</summary>
[Collection(nameof(Alone))]
public class CallLimitTests
{
    /// <summary>Uses of commands that make many calls in more than one way.</summary>
    private static readonly string[] Bulk =
    [
        "Get-BatchFlow -Detailed",
        "3001..3006 * 4 | Get-BatchFlow",
        "3001..3006 * 4 | Export-BatchFlow",
        "3001..3006 * 4 | Get-BatchFlowTask",
        "$flows | Get-BatchFlowInstance",
        "$many | Get-BatchFlowInstance",
        "$many | Get-BatchFlowTaskInstance",
        "$many | Get-BatchFlowTaskLog",
        "3001..3006 | Measure-BatchFlow -Detailed",
        "$flows | Measure-BatchFlow -By Task",
        "$many | Wait-BatchFlowInstance -TimeoutSeconds 0",
        "$many | Watch-BatchFlowInstance -TimeoutSeconds 0",
        "3001..3006 | Start-BatchFlow -Wait -TimeoutSeconds 0",
        "$going | Stop-BatchFlowInstance -Wait -TimeoutSeconds 0",
        "3001..3006 | Remove-BatchFlow -Confirm:$false",
        "3001..3006 | Set-BatchFlow -Description other -PassThru",
    ];

    public static TheoryData<string> Uses() =>
        [.. Bulk.Concat(CommandSamples.WithCalls().Select(sample => sample.Script))];

    [Theory]
    [MemberData(nameof(Uses))]
    public void No_more_calls_are_under_way_than_the_limit_allows(string script)
    {
        using var folder = new TemporaryFolder();
        using var engine = CommandSamples.Start(folder.Path);
        engine.Run(
            "$many = @(Get-BatchFlowInstance).FlowInstanceId; $many = $many[0..([Math]::Min(19, $many.Count - 1))]",
            "$going = @(Start-BatchFlow 3001; Start-BatchFlow 3002; Start-BatchFlow 3003).FlowInstanceId",
            "$sandbox.Service.AddFlows(60); $flows = @(Get-BatchFlow)",
            "$sandbox.Service.Latency = [timespan]::FromMilliseconds(3)");
        var takesLimit = TakesLimit(engine, script);
        foreach (var limit in takesLimit ? (int[])[5, 2, 1] : [1])
        {
            engine.Run("$sandbox.Service.ResetCounters()", takesLimit ? $"{script} -ThrottleLimit {limit}" : script);
            var peak = engine.Run("$sandbox.PeakInFlight").Texts.Single();
            Assert.InRange(int.Parse(peak, CultureInfo.InvariantCulture), takesLimit ? 1 : 0, limit);
        }
    }

    private static bool TakesLimit(Engine engine, string script)
    {
        var command = script.Split('|')[^1].Trim().Split(' ')[0];
        return engine.Run($"(Get-Command {command}).Parameters.ContainsKey('ThrottleLimit')").Texts.Single() == "True";
    }
}
