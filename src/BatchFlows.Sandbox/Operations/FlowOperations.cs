using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>
/// Operations of the collection <c>flows</c> that read flows, and those that change no more than a mark.
/// </summary>
internal static class FlowOperations
{
    private static readonly Dictionary<string, Func<StoredFlow, IComparable?>> Sorters = new()
    {
        ["createTime"] = flow => flow.CreateTime,
        ["updateTime"] = flow => flow.UpdateTime,
        ["startTime"] = flow => flow.Model.StartDate,
    };

    [Operation("Export Flow", "GET", "flows", "export")]
    public static string Export(ServiceCall call) =>
        call.Flow(call.Id("flowId") ?? 0, "Flow validation exception").Definition;

    [Operation("Get Flow", "GET", "flows", "get")]
    public static string Get(ServiceCall call) => FlowAnswer.Of(call, call.FlowInQuery()).ToText();

    [Operation("Get My Flow", "GET", "flows", "getMyFlow")]
    public static string GetMine(ServiceCall call) => call.Organization.Flows.Values
        .Where(flow => call.User.IsRelatedTo(flow.Model) && IsMeant(flow, call.Parameter("expression") ?? ""))
        .Select(flow => new JsonObject
        {
            ["flowId"] = Text(flow.Id),
            ["editable"] = call.User.Owns(flow.Model),
            ["flowName"] = flow.Model.Name,
            ["cycle"] = flow.Model.Cycle,
        })
        .ToJsonArray().ToText();

    [Operation("Search Flow", "POST", "flows", "search")]
    public static string Search(ServiceCall call)
    {
        var body = call.ReadBody(name => $"Invalid parameter: {name}");
        var expression = body.Optional("expression");
        return Paging
            .Page(
                _ => call.Organization.Flows.Values.Where(flow => IsMeant(flow, expression)),
                body,
                Sorters,
                call.Organization.Sorters,
                call.Fault,
                names => $"Illegal field, should be one of [{string.Join(", ", names)}].")
            .Select(flow => new JsonObject { ["flowId"] = Text(flow.Id), ["flowName"] = flow.Model.Name })
            .ToJsonArray().ToText();
    }

    [Operation("Delete Flow", "GET", "flows", "delete")]
    public static string Delete(ServiceCall call)
    {
        var flow = call.Owned(call.FlowInQuery());
        var others = call.Organization.Flows.Values.Where(other => other != flow);
        if (others.Any(other => other.Model.Links.Any(link => link.FlowName == flow.Model.Name)))
            throw ServiceRefusal.Forbidden("This workflow is relied on by other workflows and cannot be deleted.");
        call.Organization.Flows.Remove(flow.Id);
        return Answer.Nothing;
    }

    [Operation("Enable Flow", "POST", "flows", "enable")]
    public static string Enable(ServiceCall call) => SetActive(call, true);

    [Operation("Disable Flow", "POST", "flows", "disable")]
    public static string Disable(ServiceCall call) => SetActive(call, false);

    private static string SetActive(ServiceCall call, bool isActive)
    {
        var flowId = call.ReadBody(name => $"Invalid parameter: {name}").Number("flowId");
        call.Unlocked(call.Flow(flowId)).IsActive = isActive;
        return Answer.Nothing;
    }

    private static bool IsMeant(StoredFlow flow, string expression) =>
        Text(flow.Id).Matches(expression) || flow.Model.Name.Matches(expression);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
