using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Requests;
using BatchFlows.Model.Json;

namespace BatchFlows.Client;

/// <content>Runs of flows and of their tasks.</content>
internal sealed partial class FlowClient
{
    /// <summary>A run of a flow (Get Flow Instance).</summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public async Task<FlowInstance> GetFlowInstanceAsync(
        string flowInstanceId, CancellationToken cancellationToken = default)
    {
        var found = await SendAsync(
            Get(Operations.GetFlowInstance, OfInstance(flowInstanceId), ("flowInstId", flowInstanceId)), ObjectOf,
            cancellationToken).ConfigureAwait(false);
        return new FlowInstance(found, await HereAsync(cancellationToken).ConfigureAwait(false), flowInstanceId);
    }

    /// <summary>A page of runs of flows (List Flow Instances). The service may cut it to any size.</summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public async Task<FlowInstancePage> ListFlowInstancesAsync(
        FlowInstanceQuery query, Page page, CancellationToken cancellationToken = default)
    {
        if (query is null) throw new ArgumentNullException(nameof(query));
        var data = await SendSortedAsync(
            page,
            writePagination => Post(Operations.ListFlowInstances, subject: null, body =>
            {
                body.WriteNumber("type", (int)query.Type);
                body.WriteNumber("fromTriggerTime", query.After.ToUnixTimeMilliseconds());
                body.WriteNumber("toTriggerTime", query.Before.ToUnixTimeMilliseconds());
                body.WriteString("status", string.Join(",", query.Statuses.Select(status => Text((int)status))));
                body.WriteString("owner", query.Owner);
                body.WriteString("expression", query.Expression);
                writePagination(body);
            }),
            ReadPage,
            cancellationToken).ConfigureAwait(false);
        var origin = await HereAsync(cancellationToken).ConfigureAwait(false);
        return new FlowInstancePage(data.Items.Select(item => new FlowInstance(item, origin)).ToArray(), data.Count);
    }

    /// <summary>
    /// Stops a run of a flow (Cancel Flow Instance). The service accepts the request, and the run ends shortly
    /// afterwards.
    /// </summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task CancelFlowInstanceAsync(string flowInstanceId, CancellationToken cancellationToken = default) =>
        RunAsync(
            Post(
                Operations.CancelFlowInstance,
                OfInstance(flowInstanceId),
                body => body.WriteString("flowInstId", flowInstanceId)),
            cancellationToken);

    /// <summary>A run of a task (Get Task Instance).</summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public async Task<TaskInstance> GetTaskInstanceAsync(
        string taskInstanceId, CancellationToken cancellationToken = default)
    {
        var found = await SendAsync(
            Get(Operations.GetTaskInstance, OfTaskInstance(taskInstanceId), ("taskInstId", taskInstanceId)), ObjectOf,
            cancellationToken).ConfigureAwait(false);
        return new TaskInstance(found, await HereAsync(cancellationToken).ConfigureAwait(false), taskInstanceId);
    }

    /// <summary>The log of a run of a task (Get Task Instance Log).</summary>
    /// <param name="taskInstanceId">ID of the task's run.</param>
    /// <param name="maxLength">
    /// Longest text wanted, in characters; the service's limit of 2^20 when null. Whether a longer log keeps its head
    /// or its tail is not documented.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="FlowServiceException">
    /// The call failed; <see cref="FailureKind.InstanceNotFound"/> when there is no run or no log.
    /// </exception>
    public Task<string> GetTaskInstanceLogAsync(
        string taskInstanceId, long? maxLength = null, CancellationToken cancellationToken = default) => SendAsync(
        Get(
            Operations.GetTaskInstanceLog,
            OfTaskInstance(taskInstanceId),
            ("taskInstId", taskInstanceId),
            ("maxLength", maxLength?.ToString(CultureInfo.InvariantCulture))),
        LogOf,
        cancellationToken);

    /// <summary>The page is an object with the runs, which may be wrapped in a list, or just the runs.</summary>
    private static (IReadOnlyList<JsonElement> Items, long? Count) ReadPage(JsonElement data)
    {
        if (data.AsItems().Take(2).ToArray() is not [var page]) return (ItemsOf(data), null);
        var count = page.Field("count").AsInteger();
        var runs = page.Field("flowInsts");
        return runs.ValueKind != JsonValueKind.Undefined ? (ItemsOf(runs, "instanceId"), count)
            : count == 0 ? ([], count)
            : (ItemsOf(data, "instanceId"), null);
    }

    /// <summary>A log is the text of an object, or just the text; a task may have written none.</summary>
    private static string LogOf(JsonElement data)
    {
        var log = data.ValueKind == JsonValueKind.String ? data : FieldOf(ObjectOf(data), "log");
        return log.ValueKind is JsonValueKind.String or JsonValueKind.Null or JsonValueKind.Number
            ? log.AsText() ?? ""
            : throw new InvalidDataException("No log.");
    }

    private static string OfInstance(string flowInstanceId) => $"run {flowInstanceId}";

    private static string OfTaskInstance(string taskInstanceId) => $"task run {taskInstanceId}";
}
