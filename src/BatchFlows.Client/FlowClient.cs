using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Http;

namespace BatchFlows;

/// <summary>The operations of the service, one method each. All may be called concurrently.</summary>
/// <param name="connection">Where and for whom.</param>
/// <param name="trace">Takes a line for each attempt of a call, from any thread. Lines never hold a secret.</param>
public sealed class FlowClient(FlowConnection connection, Action<string>? trace = null)
{
    /// <summary>Gets a token: shows that the gateway can be reached and accepts the keys.</summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public Task AuthenticateAsync(CancellationToken cancellationToken = default) =>
        SendAsync(
            new ServiceRequest(Operation.GetToken, connection.Gateway, subject: null, new Dictionary<string, string>(), body: null, trace),
            cancellationToken);

    /// <summary>The whole configuration of a flow (Export Flow).</summary>
    /// <param name="flowId">ID of the flow, from 1.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public async Task<FlowDefinition> ExportFlowAsync(long flowId, CancellationToken cancellationToken = default)
    {
        var id = flowId.ToString(CultureInfo.InvariantCulture);
        using var request = Get(Operation.ExportFlow, $"flow {id}", new() { ["flowId"] = id });
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new FlowDefinition(ObjectOf(request, response), flowId, connection.Name);
    }

    private static JsonElement ObjectOf(ServiceRequest request, ServiceResponse response)
    {
        var data = response.Data;
        // Some editions of the service wrap a single object in a list.
        if (data.ValueKind == JsonValueKind.Array && data.GetArrayLength() == 1) data = data[0];
        return data.ValueKind == JsonValueKind.Object ? data : throw Failures.NoData(request);
    }

    private ServiceRequest Get(Operation operation, string subject, Dictionary<string, string> parameters)
    {
        parameters.Add("action", operation.Action!);
        parameters.Add("userId", connection.UserId);
        parameters.Add("orgId", connection.OrganizationId);
        return new ServiceRequest(operation, connection.Gateway, subject, parameters, body: null, trace);
    }

    internal async Task<ServiceResponse> SendAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            // The handlers read the body themselves: HttpClient would copy it once more.
            var response = (ServiceResponse)await connection.Http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var isAnswerToThis = response.RequestMessage == request; // and not to the request for its token
            return response.IsSuccess && isAnswerToThis ? response : throw Failures.From(request, response, connection.Options.Clock.GetUtcNow());
        }
        catch (Exception e) when (e is not FlowServiceException && connection.IsClosed && !cancellationToken.IsCancellationRequested)
        {
            throw Failures.Closed(request, connection.Name, e);
        }
        catch (Exception e) when (e is not FlowServiceException && !cancellationToken.IsCancellationRequested
            && Failures.From(request, e, connection.Gateway, connection.OperationTimeout) is { } failure)
        {
            throw failure;
        }
    }
}
