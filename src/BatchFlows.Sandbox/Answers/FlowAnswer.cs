using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>A flow as Get Flow and Load Flow For Edit answer it.</summary>
internal static class FlowAnswer
{
    public static JsonObject Of(ServiceCall call, StoredFlow flow)
    {
        var model = flow.Model;
        var answer = new JsonObject
        {
            ["flowId"] = flow.Id,
            ["active"] = flow.IsActive ? 1 : 0,
            ["creator"] = flow.Creator,
            ["createTime"] = call.Times.Fraction(flow.CreateTime),
            ["updateUser"] = flow.UpdateUser,
            ["updateTime"] = call.Times.Fraction(flow.UpdateTime),
            ["graph"] = Graph(call.Organization, flow).ToText(),
            ["entry"] = flow.Entry,
            ["syncType"] = model.SyncType,
            ["virtual"] = false,
            ["locked"] = flow.IsLocked,
            ["hasEditPri"] = call.User.Owns(model),
            ["hasReadPri"] = true,
            ["isUserLocked"] = call.User.IsLocked,
        };
        foreach (var setting in model.Settings) answer[setting.Key.Answered] = setting.Value.DeepClone();
        return answer;
    }

    private static JsonObject Graph(Organization organization, StoredFlow flow)
    {
        var model = flow.Model;
        var graph = new GraphAnswer(organization, flow);
        var answer = new JsonObject
        {
            ["creator"] = flow.Creator,
            ["active"] = flow.IsActive ? 1 : 0,
            ["syncType"] = model.SyncType,
            ["queue"] = flow.Queue,
            ["flows"] = graph.Flows(),
            ["relations"] = graph.Relations(),
            ["tasks"] = graph.Tasks(),
        };
        foreach (var setting in model.Settings) answer[setting.Key.Name] = setting.Value.DeepClone();
        return answer;
    }
}
