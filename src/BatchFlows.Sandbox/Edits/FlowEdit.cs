using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>
/// Writes the body of Save Flow into a flow's definition. Tasks keep their details by ID, and fields that the body does
/// not have are kept. Everything is checked before anything changes.
/// </summary>
internal sealed class FlowEdit
{
    private readonly Organization _organization;
    private readonly StoredFlow _flow;
    private readonly RequestBody _body;
    private readonly GraphEdit _graph;
    private readonly JsonObject _definition;

    public FlowEdit(Organization organization, StoredFlow flow, RequestBody body)
    {
        (_organization, _flow, _body) = (organization, flow, body);
        _graph = new(organization, flow, body);
        _definition = Editable(flow.Definition);
        foreach (var setting in SavedSetting.All)
        {
            if (setting.IsOptional && !body.Has(setting.Name)) continue;
            _definition[setting.Kept] = setting.Take(body, setting.Name);
        }

        if (organization.FlowNamed(body.Text("name")) is { } other && other != flow) throw body.Refuse("name");
        _graph.WriteTo(_definition);
        if (body.Number("active") is not (0 or 1) || !DefinitionCheck.IsSound(FlowModel.Read(_definition.ToText())))
            throw body.Refuse("active");
    }

    public void Apply(SandboxUser user, DateTimeOffset now)
    {
        var rename = new SourceRename(_flow.Model.Name, _body.Text("name"), _graph.TaskNames);
        _flow.Definition = _definition.ToText();
        rename.Apply(_organization);
        _flow.IsActive = _body.Number("active") == 1;
        if (_body.Has("queue")) _flow.Queue = _body.Text("queue");
        _flow.UpdateUser = user.UserName;
        // The text of this time ends at seconds, and two saves must not look alike.
        var next = _flow.UpdateTime.AddSeconds(1);
        _flow.UpdateTime = now > next ? now : next;
        _graph.Remember();
    }

    /// <summary>A definition's text as an object that can be changed; an empty one when it is no object.</summary>
    public static JsonObject Editable(string definition) =>
        JsonReading.Parse(definition) is { ValueKind: JsonValueKind.Object } json ? json.ToEditable() : [];
}
