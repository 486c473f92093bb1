using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>Operations of the collection <c>flowInstances</c>.</summary>
internal static class InstanceOperations
{
    private static readonly Dictionary<string, Func<FlowRun, IComparable?>> Sorters = new()
    {
        ["createTime"] = run => run.CreateTime,
        ["updateTime"] = run => run.UpdateTime,
        ["startTime"] = run => run.StartTime,
        ["triggerTime"] = run => run.TriggerTime,
        ["endTime"] = run => run.EndTime,
    };

    [Operation("Get Flow Instance", "GET", "flowInstances", "get")]
    public static string Get(ServiceCall call) =>
        InstanceAnswer.Single(call, Run(call, call.Parameter("flowInstId"))).ToText();

    [Operation("Cancel Flow Instance", "POST", "flowInstances", "cancel")]
    public static string Cancel(ServiceCall call)
    {
        var run = Run(call, call.ReadBody(name => $"Invalid parameter: {name}").Filled("flowInstId"));
        if (call.Organization.Flows.TryGetValue(run.FlowId, out var flow)) call.Unlocked(flow);
        else if (!call.User.Owns(run.Flow)) throw ServiceRefusal.NoPrivilege();
        call.Organization.Cancel(run, call.Now);
        return Answer.Nothing;
    }

    [Operation("List Flow Instances", "POST", "flowInstances", "search")]
    public static string Search(ServiceCall call)
    {
        var body = call.ReadBody(name => $"Invalid parameter: {name}");
        var (type, owner, expression) = (body.Number("type"), body.Text("owner"), body.Optional("expression"));
        var (from, to) = (body.Moment("fromTriggerTime"), body.Moment("toTriggerTime"));
        var statuses = Statuses(body);
        var user = call.User;
        List<FlowRun> found = [];
        var page = Paging.Page(
            Found, body, Sorters, call.Organization.Sorters, call.Fault,
            _ => "The sorters field parameter is invalid", "triggerTime");
        return new JsonObject
        {
            ["flowInsts"] = page.Select(run => InstanceAnswer.ListItem(call, run)).ToJsonArray(),
            ["count"] = found.Count,
        }.ToText();

        List<FlowRun> Found(bool isDescending) => found = call.Organization.Found.Of(
            $"{user.UserId} {type} {from} {to} {string.Join(",", statuses)} {isDescending} {owner.Length} {owner} "
                + expression,
            call.Organization.Changes,
            () => Search(isDescending));

        IEnumerable<FlowRun> Search(bool isDescending) => call.Organization.Runs.Between(from, to, isDescending)
            .Where(run => run.Flow.Type == type
                && (statuses.Count == 0 || statuses.Contains((int)run.Status))
                && (owner.Length == 0 || Access.Names(run.Flow.Owners).Contains(owner))
                && (run.InstanceId.Matches(expression) || run.Flow.Name.Matches(expression))
                && user.IsRelatedTo(run.Flow));
    }

    private static FlowRun Run(ServiceCall call, string? instanceId) =>
        call.Organization.FindRun(instanceId ?? "") ?? throw ServiceRefusal.Invalid("Instance not found");

    /// <summary>Numbers, as text with commas or as one number; none means all.</summary>
    private static List<int> Statuses(RequestBody body)
    {
        if (!body.Has("status")) throw body.Refuse("status");
        var statuses = new List<int>();
        foreach (var part in body.Optional("status").Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.Integer, CultureInfo.InvariantCulture, out var status))
                throw body.Refuse("status");
            statuses.Add(status);
        }
        return statuses;
    }
}
