using System;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>Operations of the collection <c>taskInstances</c>.</summary>
internal static class TaskInstanceOperations
{
    private const long LongestLog = 1 << 20;

    [Operation("Get Task Instance", "GET", "taskInstances", "get")]
    public static string Get(ServiceCall call)
    {
        var (run, task, model) = Find(call);
        return TaskInstanceAnswer.Of(call.Times, run, task, model).ToText();
    }

    [Operation("Get Task Instance Log", "GET", "taskInstances", "getLog")]
    public static string GetLog(ServiceCall call)
    {
        var (run, task, model) = Find(call);
        if (task.Attempts.Count == 0) throw new ServiceRefusal(62109, "No log found");
        var log = TaskLog.Of(run, task, model, call.Now);
        var length = call.Parameter("maxLength") is null or ""
            ? LongestLog
            : call.Id("maxLength") ?? throw ServiceRefusal.Invalid("Invalid parameter: maxLength");
        return new JsonObject { ["log"] = log.Substring((int)Math.Max(log.Length - length, 0)) }.ToText();
    }

    private static (FlowRun Run, TaskRun Task, TaskModel Model) Find(ServiceCall call) =>
        call.Organization.FindTask(call.Parameter("taskInstId") ?? "")
            ?? throw ServiceRefusal.Invalid("Instance not found");
}
