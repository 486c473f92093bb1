using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;

namespace BatchFlows.PowerShell.Tests;

/// <summary>Runs of flows in a sandbox.</summary>
internal static class Runs
{
    /// <summary>An engine with a sandbox, in which <c>run 7</c> starts flow 7 and gives the ID of the run.</summary>
    public static Engine Start(int retries = 4)
    {
        var engine = Engine.WithSandbox(retries);
        Assert.Empty(engine.Run(
            "function run($id) { (Invoke-BatchFlowApi flows trigger @{ flowId = $id; triggerTime = "
                + "$sandbox.Service.Clock.Now }).flowInstanceId }").Errors);
        return engine;
    }

    /// <summary>Puts a flow into the sandbox, whose tasks run one after the other.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="flowId">The flow's ID; its name is that with an <c>f</c> before it.</param>
    /// <param name="commands">What the tasks do; their names are <c>t1</c>, <c>t2</c> and so on.</param>
    public static void Put(Engine engine, long flowId, params string[] commands)
    {
        var definition = new JsonObject
        {
            ["name"] = $"f{flowId}",
            ["cycle"] = "D",
            ["cron"] = "0 0 0 * * ? *",
            ["type"] = 0,
            ["owners"] = "anna.keller",
            ["tasks"] = new JsonArray(
                [.. commands.Select((command, i) => new JsonObject
                    { ["name"] = $"t{i + 1}", ["cmd"] = command, ["successCode"] = "0" })]),
            ["relations"] = new JsonArray(
                [.. commands.Skip(1).Select(
                    (_, i) => new JsonObject { ["sourceTaskName"] = $"t{i + 1}", ["targetTaskName"] = $"t{i + 2}" })]),
        };
        Assert.Empty(
            engine.Run(
                $"$sandbox.Service.PutFlow({flowId}, '{definition.ToJsonString().Replace("'", "''", StringComparison.Ordinal)}')").Errors);
    }

    /// <summary>Begins a script; meanwhile the sandbox can be looked at and moved.</summary>
    public static System.Management.Automation.PowerShell Begin(
        Engine engine, string script, PSDataCollection<PSObject> output)
    {
        var shell = System.Management.Automation.PowerShell.Create(engine.Runspace).AddScript(script);
        shell.BeginInvoke<PSObject, PSObject>(null, output);
        return shell;
    }

    public static void WaitUntil(Func<bool> condition) =>
        Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(30)));
}
