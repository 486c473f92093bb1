using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace BatchFlows.PowerShell.Tests;

/// <summary>No expression of a user holds a command up.</summary>
[Collection(nameof(Alone))]
public class PatternTests
{
    private const string Hopeless = "-Pattern '^(a+)+$'";

    [Theory]
    [InlineData("Get-BatchFlowTaskLog -FlowInstanceId $id " + Hopeless)]
    [InlineData("Get-BatchFlowTaskLog $task " + Hopeless)]
    [InlineData("Get-BatchFlowTaskLog $task -Follow " + Hopeless)]
    [InlineData("Get-BatchFlowTaskLog -FlowInstanceId $id -Follow " + Hopeless)]
    public void An_expression_that_takes_forever_is_an_error_and_stops_at_once(string script)
    {
        using var engine = WithLog();

        Assert.StartsWith("RequestInvalid,", engine.Run(script).Error.FullyQualifiedErrorId, StringComparison.Ordinal);

        AtOnce.Verify(Enumerable.Range(0, 5).Select(_ => TimeToStop()));

        TimeSpan TimeToStop()
        {
            using var shell = System.Management.Automation.PowerShell.Create(engine.Runspace).AddScript(script);
            shell.BeginInvoke();
            Thread.Sleep(500); // within the time limit of the expression, whether it has begun or not
            var started = Stopwatch.StartNew();
            shell.Stop();
            return started.Elapsed;
        }
    }

    [Theory]
    [InlineData("Get-BatchFlow -Name {0}")]
    [InlineData("Get-BatchFlow -Owner {0}")]
    [InlineData("Get-BatchFlowInstance -Name {0}")]
    [InlineData("Get-BatchFlowTask 3001 -Name {0}")]
    [InlineData("Get-BatchFlowTaskInstance -FlowInstanceId $id -Name {0}")]
    [InlineData("Get-BatchFlowTaskLog -FlowInstanceId $id -Name {0}")]
    [InlineData("Get-BatchFlowDirectory -Path {0}")]
    [InlineData("Get-BatchFlowConnection -Name {0}")]
    public void Every_text_may_stand_for_a_wildcard(string script)
    {
        using var engine = WithLog();
        var stars = string.Concat(Enumerable.Repeat("*a", 60)) + "b";
        foreach (var text in (string[])["[", "[a", "a[z-", "``", "a`", "[]", "[]-a]", "*[*", stars])
        {
            var typed = script.Replace("{0}", $"'{text}'", StringComparison.Ordinal);
            foreach (var error in engine.Run(typed).Errors)
                Assert.Matches(
                    "^(Flow|Task|Directory|Connection)NotFound,|^NotConnected,", error.FullyQualifiedErrorId);
        }
    }

    private static Engine WithLog()
    {
        var engine = Runs.Start();
        Runs.Put(engine, 7, $"echo {new string('a', 60)}!");
        engine.Run(
            "$id = run 7; $sandbox.Service.Clock.Advance([timespan]::FromMinutes(1))",
            "$task = (Get-BatchFlowInstance $id).Graph.Tasks[0].TaskInstanceId");
        return engine;
    }
}
