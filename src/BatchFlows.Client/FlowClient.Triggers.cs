using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;

namespace BatchFlows.Client;

/// <content>Starting runs of flows.</content>
internal sealed partial class FlowClient
{
    /// <summary>
    /// Starts a run of a flow (Trigger Flow). The service runs a flow once at a time; other runs wait.
    /// </summary>
    /// <param name="flowId">ID of the flow.</param>
    /// <param name="triggerTime">
    /// Trigger time. With a time in the past, the run starts at once, and time parameters are computed from it.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>ID of the run.</returns>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task<string> TriggerFlowAsync(
        long flowId, DateTimeOffset triggerTime, CancellationToken cancellationToken = default) =>
        SendForInstanceAsync(
            Post(Operations.TriggerFlow, OfFlow(flowId), body => WriteTrigger(body, flowId, triggerTime)),
            cancellationToken);

    /// <summary>Starts a run of a task of a flow and of the tasks after it (Trigger Flow From Task).</summary>
    /// <param name="flowId">ID of the flow.</param>
    /// <param name="taskId">ID of the task.</param>
    /// <param name="triggerTime">Trigger time, as in <see cref="TriggerFlowAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>ID of the run.</returns>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task<string> TriggerFlowFromTaskAsync(
        long flowId, long taskId, DateTimeOffset triggerTime, CancellationToken cancellationToken = default) =>
            SendForInstanceAsync(
            Post(Operations.TriggerFlowFromTask, $"{OfFlow(flowId)}, task {Text(taskId)}", body =>
            {
                WriteTrigger(body, flowId, triggerTime);
                body.WriteNumber("taskId", taskId);
            }),
            cancellationToken);

    /// <summary>
    /// Starts a run of a flow with other values of its parameters (Update And Trigger Flow). The flow itself stays as
    /// it is.
    /// </summary>
    /// <param name="flowId">ID of the flow.</param>
    /// <param name="parameters">All parameters of this run.</param>
    /// <param name="triggerTime">When it is to start, as in <see cref="TriggerFlowAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>ID of the run.</returns>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public async Task<string> UpdateAndTriggerFlowAsync(
        long flowId, ParameterList parameters, DateTimeOffset triggerTime,
        CancellationToken cancellationToken = default)
    {
        if (parameters is null) throw new ArgumentNullException(nameof(parameters));
        var dialect = connection.Dialect;
        try
        {
            var asText = dialect.TakesParametersAsText == true;
            var id = await SendAsync(asText).ConfigureAwait(false);
            dialect.TakesParametersAsText = asText;
            return id;
        }
        catch (FlowServiceException e) when (dialect.TakesParametersAsText is null && IsAboutForm(e))
        {
            // The call was refused, so it was not carried out. The documents show both forms for this call; which one a
            // service accepts is only known after a success.
            var id = await SendAsync(asText: true).ConfigureAwait(false);
            dialect.TakesParametersAsText = true;
            return id;
        }

        Task<string> SendAsync(bool asText) => SendForInstanceAsync(
            Post(Operations.UpdateAndTriggerFlow, OfFlow(flowId), body =>
            {
                WriteTrigger(body, flowId, triggerTime);
                body.WritePropertyName("parameters");
                if (asText) body.WriteStringValue(parameters.ToWire());
                else parameters.WriteTo(body);
            }),
            cancellationToken);
    }

    /// <summary>Except the documented refusal of a second start within a minute, which has the same code.</summary>
    private static bool IsAboutForm(FlowServiceException failure) =>
        failure.Kind == FailureKind.RequestInvalid && failure.Code is not null
        && !(failure.ServiceMessage?.IndexOf("minute", StringComparison.OrdinalIgnoreCase) >= 0);

    private static void WriteTrigger(Utf8JsonWriter body, long flowId, DateTimeOffset triggerTime)
    {
        body.WriteNumber("flowId", flowId);
        body.WriteNumber("triggerTime", triggerTime.ToUnixTimeMilliseconds());
    }

    private Task<string> SendForInstanceAsync(ServiceRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, data => TextOf(data, "flowInstanceId", "flowInstId", "instanceId"), cancellationToken);
}
