using System.Linq;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>A run as Get Flow Instance and List Flow Instances answer it.</summary>
internal static class InstanceAnswer
{
    public static JsonObject Single(ServiceCall call, FlowRun run)
    {
        var answer = Common(call, run, withStatus: true);
        answer["alertMode"] = run.Flow.AlertMode;
        answer["calDt"] = run.BusinessDate;
        return answer;
    }

    public static JsonObject ListItem(ServiceCall call, FlowRun run)
    {
        var answer = Common(call, run, withStatus: false);
        answer["isCancelled"] = run.Status == RunStatus.Cancel;
        return answer;
    }

    private static JsonObject Common(ServiceCall call, FlowRun run, bool withStatus) => new()
    {
        ["instanceId"] = run.InstanceId,
        ["flowId"] = run.FlowId,
        ["flowName"] = run.Flow.Name,
        ["freq"] = run.Flow.Cron,
        ["cycle"] = run.Flow.Cycle,
        ["parameters"] = run.Parameters,
        ["doAs"] = run.Flow.Submitter,
        ["graph"] = Graph(call.Organization, run, withStatus).ToText(),
        ["status"] = (int)run.Status,
        ["statusDesc"] = run.Status.Name(),
        ["triggerTime"] = call.Times.Seconds(run.TriggerTime),
        ["startTime"] = call.Times.Seconds(run.StartTime),
        ["endTime"] = call.Times.Seconds(run.EndTime),
        ["timestamp"] = call.Times.Fraction(run.CreateTime),
        ["virtual"] = false,
        ["owner"] = run.Flow.Owners,
        ["hasEditPri"] = call.User.Owns(run.Flow),
        ["hasReadPri"] = true,
    };

    private static JsonObject Graph(Organization organization, FlowRun run, bool withStatus)
    {
        var positions = organization.Flows.TryGetValue(run.FlowId, out var flow) ? flow.Positions : [];
        var graph = new GraphAnswer(organization, run.Flow, [.. run.TaskIds], positions);
        return new()
        {
            ["creator"] = run.Creator,
            ["freq"] = run.Flow.Cron,
            ["alertMode"] = run.Flow.AlertMode,
            ["owners"] = run.Flow.Owners,
            ["cycle"] = run.Flow.Cycle,
            ["doAs"] = run.Flow.Submitter,
            ["flows"] = Flows(graph),
            ["name"] = run.Flow.Name,
            ["instId"] = run.InstanceId,
            ["id"] = run.FlowId,
            ["relations"] = graph.Relations(),
            ["parameters"] = run.Parameters,
            ["tasks"] = Tasks(graph, run, withStatus),
        };
    }

    private static JsonArray Flows(GraphAnswer graph)
    {
        var nodes = graph.Flows();
        foreach (var node in nodes)
        {
            node!["flowInstId"] = "";
            node["status"] = RunStatus.None.Name();
        }
        return nodes;
    }

    private static JsonArray Tasks(GraphAnswer graph, FlowRun run, bool withStatus)
    {
        var nodes = graph.Tasks();
        var statuses = withStatus ? run.Tasks.Select(task => task.Status.Name()).ToList() : null;
        foreach (var (id, index) in run.TaskIds.Select((id, index) => (id, index)))
        {
            var node = nodes[index]!;
            node["taskId"] = id;
            node["taskInstId"] = NewRun.TaskInstanceId(id, run.TriggerTime);
            if (statuses is not null) node["status"] = statuses[index];
        }
        return nodes;
    }
}
