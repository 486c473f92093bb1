using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox.Tests;

/// <summary>A user who calls operations by their documented names.</summary>
internal sealed class Desk(SandboxService service, TestClock machine, Caller caller, string userId)
{
    public const string Administrator = "u15426865866571";
    public const string Anna = "u15426865866001";
    public const string Jonas = "u15426865866002";
    public const string Visitor = "u15426865866004";
    public const string Outsider = "u15426865866005";

    private static readonly Dictionary<string, JsonNode> Index =
        JsonNode.Parse(Sample.Text("operations.index"))!["operations"]!.AsArray()
            .ToDictionary(row => (string)row!["name"]!, row => row!);

    private string? _token;

    public SandboxService Service => service;

    public TestClock Machine => machine;

    /// <summary>The service's time in milliseconds.</summary>
    public long Now => service.Clock.Now.ToUnixTimeMilliseconds();

    public static IEnumerable<string> Operations => Index.Keys;

    public static IEnumerable<string> Posts =>
        Index.Where(row => (string)row.Value["method"]! == "POST").Select(row => row.Key);

    public static Desk Fresh()
    {
        var (service, machine, caller) = Caller.Fresh();
        return new(service, machine, caller, Administrator);
    }

    public Desk As(string otherUserId) => new(service, machine, caller, otherUserId);

    public SandboxUser User => service.Users.Single(user => user.UserId == userId);

    public Task<JsonNode> CallAsync(string operation, JsonObject? arguments = null) =>
        (string)Index[operation]["method"]! == "GET"
        ? SendAsync(operation, (arguments ?? []).Select(argument => (argument.Key, argument.Value!.ToString())), "")
        : SendAsync(operation, [], (arguments ?? []).ToJsonString());

    public async Task<JsonNode> SendAsync(
        string operation, IEnumerable<(string Name, string Value)> arguments, string body)
    {
        var row = Index[operation];
        var query = new List<(string, string)> { ("action", (string)row["action"]!) };
        if (row["query"]!["mandatory"]!.AsArray().Any(name => (string)name! == "userId"))
            query.AddRange([("userId", userId), ("orgId", service.OrganizationId)]);
        query.AddRange(arguments);
        _token ??= await caller.TokenAsync();
        var answer = await service.HandleAsync(
            caller.Sign(_token, (string)row["method"]!, (string)row["path"]!, [.. query], body));
        Assert.Equal(200, answer.Status);
        return Caller.Json(answer)!;
    }

    public async Task<JsonNode> DataAsync(string operation, JsonObject? arguments = null)
    {
        var answer = await CallAsync(operation, arguments);
        Assert.True((int)answer["code"]! == 0, answer.ToJsonString());
        return answer["data"]!;
    }

    public async Task RefusedAsync(int code, string message, string operation, JsonObject? arguments = null)
    {
        var answer = await CallAsync(operation, arguments);
        Assert.Equal((code, message), ((int)answer["code"]!, (string?)answer["msg"]));
    }

    public Task<JsonNode> FlowAsync(long flowId) => DataAsync("Get Flow", new() { ["flowId"] = flowId });

    public Task<JsonNode> ExportAsync(long flowId) => DataAsync("Export Flow", new() { ["flowId"] = flowId });

    public async Task<JsonNode> GraphAsync(long flowId) => JsonNode.Parse((string)(await FlowAsync(flowId))["graph"]!)!;

    public async Task<string> TriggerAsync(long flowId, long? triggerTime = null) =>
        (string)(
            await DataAsync("Trigger Flow", new()
            { ["flowId"] = flowId, ["triggerTime"] = triggerTime ?? Now }))["flowInstanceId"]!;

    public Task<JsonNode> InstanceAsync(string instanceId) =>
        DataAsync("Get Flow Instance", new() { ["flowInstId"] = instanceId });

    public async Task<string> StatusAsync(string instanceId) =>
        (string)(await InstanceAsync(instanceId))["statusDesc"]!;

    /// <summary>Names and statuses of an instance's tasks, such as <c>a SUCCESS, b NONE</c>.</summary>
    public async Task<string> TasksAsync(string instanceId) =>
        string.Join(", ", (await NodesAsync(instanceId)).Select(node => $"{node["taskName"]} {node["status"]}"));

    public async Task<string> TaskInstanceIdAsync(string instanceId, string taskName) =>
        (string)(await NodesAsync(instanceId)).Single(node => (string)node["taskName"]! == taskName)["taskInstId"]!;

    public async Task<JsonNode> TaskInstanceAsync(string instanceId, string taskName) =>
        await DataAsync(
            "Get Task Instance", new() { ["taskInstId"] = await TaskInstanceIdAsync(instanceId, taskName) });

    public async Task<string> LogAsync(string instanceId, string taskName) => (string)(await DataAsync(
        "Get Task Instance Log", new() { ["taskInstId"] = await TaskInstanceIdAsync(instanceId, taskName) }))["log"]!;

    /// <summary>Lets seconds pass for the service.</summary>
    public void Pass(double seconds) => service.Clock.Advance(TimeSpan.FromSeconds(seconds));

    private async Task<IEnumerable<JsonNode>> NodesAsync(string instanceId) =>
        JsonNode.Parse((string)(await InstanceAsync(instanceId))["graph"]!)!["tasks"]!.AsArray().Select(node => node!);
}
