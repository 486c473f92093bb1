using System;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace BatchFlows.PowerShell.Tests;

public class WatchBatchFlowInstanceTests
{
    private const int EarlierTasks = 5 * 2;

    [Fact]
    public void Without_a_terminal_there_is_a_line_per_change_and_the_pipeline_gets_the_run()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "sleep 20", "exit 3", "echo b");

        var result = engine.Run(
            "$id = run 7; $sandbox.Service.Clock.Speed = 10",
            "$run = $id | Watch-BatchFlowInstance -InformationVariable lines -ErrorAction SilentlyContinue -ErrorVariable failed",
            "$run.FlowInstanceId -eq $id; $run.Status; $failed.FullyQualifiedErrorId; $lines | ForEach-Object { \"$_\" -replace $id }");

        var texts = result.Texts.ToArray();
        Assert.Equal(["True", "Fail"], texts.Take(2));
        Assert.StartsWith("InstanceFailed,", texts[2], StringComparison.Ordinal);
        Assert.Matches("^....-..-.. ..:..:..  f7   running", texts[3]);
        Assert.Matches(
            "^....-..-.. ..:..:..  t1  success  0:2[0-9]$",
            texts.Single(line => line.Contains("t1  success", StringComparison.Ordinal)));
        Assert.Matches("  t2  failed  ", texts[^2]);
        Assert.Matches("^....-..-.. ..:..:..  f7   failed  0:[0-9]{2}$", texts[^1]);
    }

    [Fact]
    public void Usual_times_are_those_of_the_last_five_runs_that_succeeded_and_are_read_once()
    {
        using var engine = Runs.Start();
        Runs.Put(engine, 7, "sleep 60", "sleep 20");
        engine.Run(
            "foreach ($i in 1..7) { $null = run 7; $sandbox.Service.Clock.Advance([timespan]::FromMinutes(5)) }",
            "$id = run 7; $sandbox.Service.Clock.Advance([timespan]::FromSeconds(30)); $sandbox.Service.ResetCounters()");
        var traffic = Traffic.Of(engine);
        var clock = engine.Run("$sandbox.Service.Clock").Output.Single();

        var script = "$null = Watch-BatchFlowInstance $id -InformationVariable lines";
        using var shell = Runs.Begin(engine, script, []);
        Runs.WaitUntil(() => traffic.Calls > 1 + 1 + EarlierTasks && traffic.InFlight == 0);
        clock.Methods["Advance"].Invoke(TimeSpan.FromMinutes(5));
        Runs.WaitUntil(() => shell.InvocationStateInfo.State == PSInvocationState.Completed);

        var result = engine.Run(
            "$lines | ForEach-Object { \"$_\" }", "$sandbox.Service.CallCounts['Get Task Instance']");
        Assert.Single(result.Texts, line => Regex.IsMatch(line, @"  t1  success  1:0\d, usually 1:0\d$"));
        Assert.Equal($"{1 + 2 + EarlierTasks}", result.Texts.Last()); // the first one when it ran, both at the end
    }
}
