using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Tests;

/// <summary>One change of a prepared flow, and what a comparison shows of it.</summary>
internal sealed record OneChange(string Expected, Action<FlowDefinition> Make)
{
    public static readonly OneChange[] All =
    [
        new("Changed |Cron: 0 0 1 * * ? * -> 0 0 2 * * ? *", flow => flow.Cron = "0 0 2 * * ? *"),
        new("Removed |Description: old -> ", flow => flow.Description = null),
        new("Changed |Submitter: old -> new", flow => flow.Submitter = "new"),
        new("Changed |Type: 1 -> 0", flow => flow.Type = 0),
        new("Changed |AlertTo: old -> new", flow => flow.AlertTo = "new"),
        new("Added |Owners:  -> new user", flow => flow.Owners = new UserList((string[])["new user", .. flow.Owners])),
        new("Removed |Visitors: own user -> ", flow => flow.Visitors = new UserList((string?)null)),
        new("Changed |Parameters.own: north -> south", flow => flow.Parameters = With(flow, ("own", "south"))),
        new("Added |Parameters.new:  -> ", flow => flow.Parameters = With(flow, ("new", ""))),
        new("Removed |Parameters.own: north -> ", flow => flow.Parameters = new ParameterList(flow.Parameters.Skip(1))),
        new("Added new task|Tasks:  -> new task", flow => flow.Tasks.Add(new FlowTask { TaskName = "new task" })),
        new("Removed own task|Tasks: own task -> ", flow => flow.Tasks.Remove(Own(flow))),
        new("Changed own task|Command: old -> a\nb\n", flow => Own(flow).Command = "a\nb\n"),
        new("Changed own task|RunMode.cpu: 0.5 -> 2", flow => Own(flow).Cpu = 2),
        new("Added own task|RunMode.maxParallel:  -> 3", flow => Own(flow).RunMode.MaxParallel = 3),
        new("Added own task|Timeout:  -> 60", flow => Own(flow).Timeout = 60),
        new("Added |Relations:  -> own task -> new task", flow => flow.Relations.Add(
            new TaskRelation { SourceTaskName = "own task", TargetTaskName = "new task", Rerun = true })),
        new("Removed |Relations: own task -> other -> ", flow => flow.Relations.Remove(flow.Relations[^1])),
        new("Changed |Relations[own task -> other].Rerun: false -> true", flow => flow.Relations[^1].Rerun = true),
        new("Added |FlowLinks:  -> new flow", flow => flow.FlowLinks.Add(
            new FlowLink { LinkId = "n", SourceFlowName = "new flow" })),
        new("Removed |TaskLinks: own flow/own task -> ", flow => flow.TaskLinks.Clear()),
        new("Added |LinkRelations:  -> own upstream -> new task", flow => flow.LinkRelations.Add(
            new LinkRelation { LinkId = "own", TargetTaskName = "new task" })),
        new("Removed |LinkRelations: own upstream -> own task -> ", flow => flow.LinkRelations.Clear()),
    ];

    /// <summary>Any definition, with what the changes are made of.</summary>
    public static FlowDefinition Prepare(string json)
    {
        var flow = FlowDefinition.Parse(json);
        flow.Cron = "0 0 1 * * ? *";
        flow.Description = flow.Submitter = flow.AlertTo = "old";
        flow.Visitors = new UserList("own user");
        flow.Parameters = new ParameterList((string[])["own=north", "other=1"]);
        var task = new FlowTask { TaskName = "own task", Command = "old", Cpu = 0.5 };
        flow.Tasks.Add(task);
        flow.Relations.Add(new TaskRelation { SourceTaskName = "own task", TargetTaskName = "other", Rerun = false });
        flow.FlowLinks.Add(new FlowLink { LinkId = "own", SourceFlowName = "own upstream" });
        flow.TaskLinks.Add(new TaskLink { LinkId = "its", SourceFlowName = "own flow", SourceTaskName = "own task" });
        flow.LinkRelations.Add(new LinkRelation { LinkId = "own", TargetTaskName = "own task" });
        return FlowDefinition.Parse(flow.ToJson());
    }

    public override string ToString() => Expected;

    private static FlowTask Own(FlowDefinition flow) => flow.Tasks.Single(task => task.TaskName == "own task");

    private static ParameterList With(FlowDefinition flow, (string Key, string Value) parameter) =>
        flow.Parameters.With(new Dictionary<string, string> { [parameter.Key] = parameter.Value });
}
