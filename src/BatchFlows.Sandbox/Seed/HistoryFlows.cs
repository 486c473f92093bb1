using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>The definitions of the flows that have a history.</summary>
internal static class HistoryFlows
{
    private static readonly string[] Owners = ["anna.keller", "jonas.lindt", "maria.rossi"];
    private static readonly string[] TaskNames = ["extract", "check", "transform", "load", "aggregate", "publish"];

    /// <summary>The flows of the scenarios. Each task follows the one before.</summary>
    public static IEnumerable<JsonObject> Scenario() =>
    [
        Flow(Scenarios.SlowMonth, "D", "0 0 1 * * ? *", [("extract", 120), ("aggregate", 600), ("publish", 30)]),
        Retried(Flow(Scenarios.FlakyTask, "H", "0 20 * * * ? *", [("fetch", 60), ("store", 30)]), 3, 60),
        Flow(Scenarios.FailedTwice, "D", "0 0 3 * * ? *", [("load", 90), ("convert", 240), ("publish", 20)]),
        With(
            Flow(Scenarios.TimedOut, "D", "0 0 4 * * ? *", [("compute", 600), ("publish", 20)]), 0, "timeout", 1800),
        Flow(Scenarios.StuckRun, "D", "0 0 5 * * ? *", [("wait_for_file", 60), ("import", 120)]),
        Retried(Flow(Scenarios.FailedUpstream, "D", "0 30 0 * * ? *", [("collect", 300), ("store", 60)]), 1, 120),
        Linked(
            Flow(Scenarios.WaitsForUpstream, "D", "0 30 1 * * ? *", [("join", 180), ("report", 30)]),
            Scenarios.FailedUpstream),
    ];

    /// <summary>
    /// A flow as there are many: every fourth runs each hour, the others in the night; every fifth of these waits for
    /// the one before it.
    /// </summary>
    public static JsonObject Ordinary(int number, int seed)
    {
        var key = History.Hash(FormattableString.Invariant($"{seed} flow {number}"));
        var isHourly = number % 4 == 0;
        var minute = (int)(History.Mixed(key, 1) % 60);
        var cron = isHourly
            ? FormattableString.Invariant($"0 {minute} * * * ? *")
            : FormattableString.Invariant($"0 {minute} {History.Mixed(key, 2) % 6} * * ? *");
        var tasks = TaskNames.Take(3 + (int)(History.Mixed(key, 3) % 4))
            .Select((name, index) => (name, Seconds(History.Mixed(key, 10 + (ulong)index), isHourly ? 90 : 900)))
            .ToList();
        var flow = Retried(Flow(FlowGenerator.NameOf(number), isHourly ? "H" : "D", cron, [.. tasks]), 1, 30);
        flow["owners"] = Owners[number % Owners.Length];
        if (number % 3 == 0 && tasks.Count > 3) Fork(flow);
        return number > 1 && number % 5 == 2 ? Linked(flow, FlowGenerator.NameOf(number - 1)) : flow;
    }

    /// <summary>From 10 seconds, short ones more often than long ones.</summary>
    private static int Seconds(ulong number, int most) => (int)(10 * Math.Pow(most / 10.0, History.Share(number)));

    private static JsonObject Flow(string name, string cycle, string cron, (string Name, int Seconds)[] tasks)
    {
        var flow = FlowGenerator.Definition(name, tasks.Length);
        (flow["cycle"], flow["cron"]) = (cycle, cron);
        for (var i = 0; i < tasks.Length; i++)
        {
            var task = flow["tasks"]![i]!;
            task["name"] = tasks[i].Name;
            task["timeout"] = 0;
            task["cmd"] = FormattableString.Invariant($"sleep {tasks[i].Seconds} && echo '{tasks[i].Name} is done'");
            if (i > 0)
                (flow["relations"]![i - 1]!["sourceTaskName"], flow["relations"]![i - 1]!["targetTaskName"]) = (
                    tasks[i - 1].Name, tasks[i].Name);
        }
        return flow;
    }

    /// <summary>Lets the third task run beside the second.</summary>
    private static void Fork(JsonObject flow)
    {
        var relations = flow["relations"]!.AsArray();
        var join = relations[2]!.DeepClone();
        join["sourceTaskName"] = (string)relations[0]!["targetTaskName"]!;
        relations[1]!["sourceTaskName"] = (string)relations[0]!["sourceTaskName"]!;
        relations.Add(join);
    }

    private static JsonObject Retried(JsonObject flow, int limit, int seconds)
    {
        for (var i = 0; i < flow["tasks"]!.AsArray().Count; i++)
            With(With(flow, i, "retryLimit", limit), i, "retryInterval", seconds);
        return flow;
    }

    private static JsonObject With(JsonObject flow, int task, string field, int value)
    {
        flow["tasks"]![task]![field] = value;
        return flow;
    }

    private static JsonObject Linked(JsonObject flow, string upstream)
    {
        flow["flowLinks"] = new JsonArray(new JsonObject { ["linkId"] = "0", ["sourceFlowName"] = upstream });
        flow["linkRelations"] = new JsonArray(new JsonObject
        {
            ["linkId"] = "0",
            ["targetTaskName"] = (string)flow["tasks"]![0]!["name"]!,
            ["rerun"] = false,
        });
        return flow;
    }
}
