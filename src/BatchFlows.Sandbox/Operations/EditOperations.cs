using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>Operations of the collection <c>flows</c> that bring in definitions or change them.</summary>
internal static class EditOperations
{
    private const string Incorrect = "Incorrect parameter";

    [Operation("Import Flow", "POST", "flows", "import")]
    public static string Import(ServiceCall call)
    {
        var organization = call.Organization;
        var body = call.ReadBody(name => name == "flowName" ? "Invalid parameter: flowName" : Incorrect);
        var name = body.Filled("flowName");
        var directoryId = body.Filled("dirId");
        var json = body.Object("flowJson");
        if (!organization.Directories.Exists(directory => directory.Id == directoryId))
            throw ServiceRefusal.Invalid("Directory does not exist");
        if (!DefinitionCheck.IsSound(FlowModel.Read(json))) throw ServiceRefusal.Invalid("Workflow validation failed");
        if (organization.FlowNamed(name) is not null)
            throw ServiceRefusal.Invalid("Workflow validation failed: Flow name must be unique");

        var definition = json.ToEditable();
        definition["name"] = name;
        if (body.Has("desc")) definition["desc"] = body.Text("desc");
        var wished = body.Has("flowId") ? body.Number("flowId") : 0;
        var flow = new StoredFlow
        {
            Id = wished > 0 && organization.IsFree(wished) ? wished : organization.NewFlowId(),
            Definition = definition.ToText(),
            DirectoryId = directoryId,
            Creator = call.User.UserName,
            CreateTime = call.Now,
            UpdateUser = call.User.UserName,
            UpdateTime = call.Now,
            Entry = 1,
        };
        organization.Flows.Add(flow.Id, flow);
        return FlowId(flow.Id);
    }

    [Operation("Load Flow For Edit", "GET", "flows", "loadForEdit")]
    public static string LoadForEdit(ServiceCall call)
    {
        var flow = call.FlowInQuery();
        var draftId = call.Organization.NewFlowId();
        call.Organization.Drafts.Add(draftId, flow.Id);
        var answer = FlowAnswer.Of(call, flow);
        answer["flowId"] = draftId;
        answer["queue"] = flow.Queue;
        return answer.ToText();
    }

    [Operation("Save Flow", "POST", "flows", "save")]
    public static string Save(ServiceCall call)
    {
        var organization = call.Organization;
        Access.RefuseLockedUser(call);
        var body = call.ReadBody(_ => Incorrect);
        var draftId = body.Number("id");
        if (!organization.Drafts.TryGetValue(draftId, out var flowId)) throw body.Refuse("id");
        var flow = call.Unlocked(call.Flow(flowId, Incorrect));
        new FlowEdit(organization, flow, body).Apply(call.User, call.Now);
        organization.Drafts.Remove(draftId);
        return FlowId(flowId);
    }

    private static string FlowId(long flowId) => new JsonObject { ["flowId"] = flowId }.ToText();
}
