using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>A flow as Get Flow and Load Flow For Edit answer it.</summary>
internal static class FlowAnswer
{
    public static JsonObject Of(ServiceCall call, StoredFlow flow)
    {
        var model = flow.Model;
        return new()
        {
            ["flowId"] = flow.Id,
            ["flowName"] = model.Name,
            ["active"] = flow.IsActive ? 1 : 0,
            ["creator"] = flow.Creator,
            ["createTime"] = call.Times.Fraction(flow.CreateTime),
            ["updateUser"] = flow.UpdateUser,
            ["updateTime"] = call.Times.Fraction(flow.UpdateTime),
            ["freq"] = model.Cron,
            ["cycle"] = model.Cycle,
            ["parameters"] = model.Parameters,
            ["owner"] = model.Owners,
            ["visitor"] = model.Visitors,
            ["doAs"] = model.Submitter,
            ["alertMode"] = model.AlertMode,
            ["graph"] = Graph(call.Organization, flow).ToText(),
            ["entry"] = flow.Entry,
            ["type"] = model.Type,
            ["syncType"] = model.SyncType,
            ["desc"] = model.Description,
            ["startTime"] = model.StartDate,
            ["virtual"] = false,
            ["locked"] = flow.IsLocked,
            ["hasEditPri"] = call.User.Owns(model),
            ["hasReadPri"] = true,
            ["isUserLocked"] = call.User.IsLocked,
        };
    }

    private static JsonObject Graph(Organization organization, StoredFlow flow)
    {
        var model = flow.Model;
        var graph = new GraphAnswer(organization, flow);
        return new()
        {
            ["creator"] = flow.Creator,
            ["freq"] = model.Cron,
            ["alertMode"] = model.AlertMode,
            ["active"] = flow.IsActive ? 1 : 0,
            ["owners"] = model.Owners,
            ["visitors"] = model.Visitors,
            ["type"] = model.Type,
            ["syncType"] = model.SyncType,
            ["cycle"] = model.Cycle,
            ["startTime"] = model.StartDate,
            ["doAs"] = model.Submitter,
            ["name"] = model.Name,
            ["desc"] = model.Description,
            ["queue"] = flow.Queue,
            ["parameters"] = model.Parameters,
            ["flows"] = graph.Flows(),
            ["relations"] = graph.Relations(),
            ["tasks"] = graph.Tasks(),
        };
    }
}
