using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using BatchFlows.Client.Requests;
using BatchFlows.Model.Settings;
using BatchFlows.Sandbox;

namespace BatchFlows.Client.Tests;

/// <summary>
/// The state in which a service is before each fault, and one call of each operation that succeeds in it. The service's
/// clock stands still, so that a state shows what was done, and that it was done once.
/// </summary>
internal sealed class FaultScene
{
    private readonly ConcurrentDictionary<string, Task<string>> _done = new();
    private readonly byte[] _state;

    private FaultScene(SandboxService service, IReadOnlyDictionary<string, Func<FlowClient, Task>> calls)
    {
        _state = Save(service);
        Untouched = Text(_state);
        Calls = calls;
    }

    /// <summary>The one scene of all cells.</summary>
    public static Task<FaultScene> Shared { get; } = SetAsync();

    /// <summary>A call of each operation, by its documented name.</summary>
    public IReadOnlyDictionary<string, Func<FlowClient, Task>> Calls { get; }

    /// <summary>The state before any call.</summary>
    public string Untouched { get; }

    /// <summary>The state after one call of the operation that met no fault.</summary>
    public Task<string> DoneAsync(string operation) => _done.GetOrAdd(operation, DoAsync);

    public SandboxService NewService(TimeProvider clock, string accessKey = Connect.AccessKey)
    {
        var service = new SandboxService(clock, accessKey);
        service.LoadState(new MemoryStream(_state));
        return service;
    }

    /// <summary>The state of the service, whose gateway is set right for that.</summary>
    public static string StateOf(SandboxService service)
    {
        (service.Latency, service.ClockSkew) = (TimeSpan.Zero, TimeSpan.Zero);
        return Text(Save(service));
    }

    private async Task<string> DoAsync(string operation)
    {
        var clock = new TestClock(ClockMode.Stands);
        var service = NewService(clock);
        using var connection = Connect.To(service, clock);
        await Calls[operation](new FlowClient(connection));
        return StateOf(service);
    }

    private static byte[] Save(SandboxService service)
    {
        using var state = new MemoryStream();
        service.SaveState(state);
        return state.ToArray();
    }

    private static string Text(byte[] state) => System.Text.Encoding.UTF8.GetString(state);

    private static async Task<FaultScene> SetAsync()
    {
        var clock = new TestClock(ClockMode.Stands);
        var service = new SandboxService(clock);
        service.Clock.Speed = 0;
        using var connection = Connect.To(service, clock);
        var client = new FlowClient(connection);
        var now = clock.GetUtcNow();
        var query = new FlowInstanceQuery(FlowType.Periodic, now.AddDays(-1), now.AddDays(1));
        var page = new Page(1);
        var running = (await FindAsync(FlowType.Manual, InstanceStatus.Running)).FlowInstanceId!;
        var ended = await client.GetFlowInstanceAsync(
            (await FindAsync(FlowType.Periodic, InstanceStatus.Success)).FlowInstanceId!);
        var taskRun = ended.Graph.Tasks[0].TaskInstanceId!;
        var task = (await client.GetFlowAsync(3001)).Graph.Tasks[0].TaskId!.Value;
        var definition = await client.ExportFlowAsync(2924);
        var root = (await client.ListDirectoriesAsync())[0].DirectoryId!;
        var loaded = await client.LoadFlowForEditAsync(3006);
        var parameters = new ParameterList(new Hashtable { ["region"] = "north" });
        return new(service, new Dictionary<string, Func<FlowClient, Task>>
        {
            ["Cancel Flow Instance"] = c => c.CancelFlowInstanceAsync(running),
            ["Create Directory"] = c => c.CreateDirectoryAsync(root, "new"),
            ["Delete Flow"] = c => c.DeleteFlowAsync(2924),
            ["Disable Flow"] = c => c.DisableFlowAsync(3001),
            ["Enable Flow"] = c => c.EnableFlowAsync(3006),
            ["Export Flow"] = c => c.ExportFlowAsync(3001),
            ["Get Current Time"] = c => c.GetCurrentTimeAsync(),
            ["Get Flow"] = c => c.GetFlowAsync(3001),
            ["Get Flow Instance"] = c => c.GetFlowInstanceAsync(running),
            ["Get My Flow"] = c => c.GetMyFlowsAsync(),
            ["Get Task Instance"] = c => c.GetTaskInstanceAsync(taskRun),
            ["Get Task Instance Log"] = c => c.GetTaskInstanceLogAsync(taskRun),
            ["Get Timezone"] = c => c.GetTimeZoneAsync(),
            ["Import Flow"] = c => c.ImportFlowAsync(new("new", root, definition)),
            ["List Flow Instances"] = c => c.ListFlowInstancesAsync(query, page),
            ["List Workflow Directories"] = c => c.ListDirectoriesAsync(),
            ["Load Flow For Edit"] = c => c.LoadFlowForEditAsync(3001),
            ["Save Flow"] = c => c.SaveFlowAsync(loaded, new FlowChanges { [nameof(Flow.Description)] = "new" }),
            ["Search Flow"] = c => c.SearchFlowsAsync(expression: null, page),
            ["Trigger Flow"] = c => c.TriggerFlowAsync(3001, now),
            ["Trigger Flow From Task"] = c => c.TriggerFlowFromTaskAsync(3001, task, now),
            ["Update And Trigger Flow"] = c => c.UpdateAndTriggerFlowAsync(3001, parameters, now),
        });

        async Task<FlowInstance> FindAsync(FlowType type, InstanceStatus status) =>
            (await client.ListFlowInstancesAsync(query with { Type = type, Statuses = [status] }, page)).Instances[0];
    }
}
