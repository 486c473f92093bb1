using System.Text.Json.Nodes;

namespace BatchFlows.Sandbox;

/// <summary>The three operations that start a run by hand.</summary>
internal static class TriggerOperations
{
    private const string NotCreated = "Cannot create workflow instance. Please check if the workflow or task exist, "
        + "and do not trigger the same workflow repeatedly in 1 minute.";

    [Operation("Trigger Flow", "POST", "flows", "trigger")]
    public static string Trigger(ServiceCall call)
    {
        var body = Body(call);
        return Start(call, body, Runnable(call, body));
    }

    [Operation("Trigger Flow From Task", "POST", "flows", "triggerFromTask")]
    public static string TriggerFromTask(ServiceCall call)
    {
        var body = Body(call);
        var flow = Flow(call, body);
        call.Organization.TaskIdsOf(flow);
        var task = flow.TaskWithId(body.Number("taskId")) ?? throw ServiceRefusal.Invalid(NotCreated);
        return Start(call, body, flow, fromTask: task.Name);
    }

    [Operation("Update And Trigger Flow", "POST", "flows", "updateAndTrigger")]
    public static string UpdateAndTrigger(ServiceCall call)
    {
        var body = Body(call);
        return Start(call, body, Runnable(call, body), parameters: body.ArrayText("parameters"));
    }

    private static RequestBody Body(ServiceCall call) => call.ReadBody(_ => "Invalid request body.");

    private static StoredFlow Flow(ServiceCall call, RequestBody body) =>
        call.Unlocked(call.Flow(body.Number("flowId"), NotCreated));

    private static StoredFlow Runnable(ServiceCall call, RequestBody body) =>
        Flow(call, body) is { Model.Tasks.Count: > 0 } flow
        ? flow
        : throw ServiceRefusal.Forbidden("This workflow has no task. You cannot trigger it.");

    private static string Start(
        ServiceCall call, RequestBody body, StoredFlow flow, string? parameters = null, string? fromTask = null)
    {
        var organization = call.Organization;
        var triggerTime = body.Moment("triggerTime");
        if (organization.FindRun(NewRun.InstanceId(flow.Id, triggerTime)) is not null)
            throw ServiceRefusal.Invalid(NotCreated);
        var run = NewRun.Of(
            flow, organization.TaskIdsOf(flow), triggerTime, call.Now, organization.UtcOffset, parameters, fromTask);
        organization.AddRun(run);
        organization.Advance(call.Now);
        return new JsonObject { ["flowInstanceId"] = run.InstanceId }.ToText();
    }
}
