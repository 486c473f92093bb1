using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Errors;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Tokens;
using BatchFlows.Model.Json;

namespace BatchFlows.Client;

/// <summary>
/// The operations of the service, one method each. All may be called concurrently, and all fail with a <see
/// cref="FlowServiceException"/>. This file contains what they share.
/// </summary>
/// <param name="connection">Where and for whom.</param>
/// <param name="trace">Takes a line for each attempt of a call, from any thread. Lines never hold a secret.</param>
/// <param name="places">Limits concurrent calls, for all clients of a command together; null for no limit.</param>
/// <param name="pausing">Takes the time until a call is repeated, from any thread.</param>
internal sealed partial class FlowClient(
    FlowConnection connection, Action<string>? trace = null, SemaphoreSlim? places = null,
    Action<TimeSpan>? pausing = null)
{
    private bool _isConfirmed;

    /// <summary>Where the service is called, and for whom.</summary>
    public FlowConnection Connection => connection;

    internal TimeProvider Clock => connection.Options.Clock;

    /// <summary>
    /// A client of the same connection whose changes are confirmed, so that a protected connection accepts them.
    /// </summary>
    public FlowClient Confirmed() => new(connection, trace, places, pausing) { _isConfirmed = true };

    /// <summary>Gets a token: shows that the gateway can be reached and accepts the keys.</summary>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    public async Task AuthenticateAsync(CancellationToken cancellationToken = default)
    {
        using var request = new ServiceRequest(
            Operations.GetToken, connection.Gateway, subject: null, new Dictionary<string, string>(), body: null,
            trace);
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    internal async Task<ServiceResponse> SendAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        if (!request.Operation.IsReadOnly)
        {
            if (connection.IsReadOnly) throw Failures.ReadOnly(request, connection.Name);
            if (connection.IsProtected && !_isConfirmed) throw Failures.Unconfirmed(request, connection.Name);
        }

        request.Pausing = pausing;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, connection.Closing);
        var hasPlace = false;
        try
        {
            if (places is not null)
            {
                await places.WaitAsync(end.Token).ConfigureAwait(false);
                hasPlace = true;
            }

            using var change = request.Operation.IsReadOnly ? null : connection.Changes.Begin();
            var response = (ServiceResponse)await connection.Http.SendAsync(request, end.Token).ConfigureAwait(false);
            return response.IsSuccess
                ? response
                : throw Failures.From(request, response, Clock.GetUtcNow(), BlankEnds.Remedy(connection));
        }
        catch (Exception e)
            when (e is not FlowServiceException && connection.IsClosed && !cancellationToken.IsCancellationRequested)
        {
            throw Failures.Closed(request, connection.Name, e);
        }
        catch (Exception e) when (Failures.IsNoAnswer(e) && !cancellationToken.IsCancellationRequested)
        {
            throw Failures.From(request, e, connection.Gateway, connection.OperationTimeout);
        }
        finally
        {
            if (hasPlace) places!.Release();
        }
    }

    /// <summary>Sends a call and reads its data.</summary>
    /// <param name="read">
    /// Reads the data; an <see cref="InvalidDataException"/> when it is not what is documented.
    /// </param>
    private async Task<T> SendAsync<T>(
        ServiceRequest call, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        using var request = call;
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            return read(Opened(response.Data));
        }
        catch (InvalidDataException e)
        {
            throw Failures.NoData(request, e);
        }
    }

    /// <summary>Sends a call whose data is not needed.</summary>
    private async Task RunAsync(ServiceRequest call, CancellationToken cancellationToken)
    {
        using var request = call;
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="subject">What the call is about, for messages; null for the organisation as a whole.</param>
    private ServiceRequest Get(Operation operation, string? subject, params (string Name, string? Value)[] parameters)
    {
        var given = new Dictionary<string, string>(parameters.Length + OwnParameters.Length);
        foreach (var (name, value) in parameters)
        {
            if (value is not null) given[name] = value;
        }

        return Create(operation, subject, given, body: null);
    }

    private ServiceRequest Post(Operation operation, string? subject, Action<Utf8JsonWriter> writeFields) =>
        Create(operation, subject, [], WireJson.ToObjectBytes(writeFields));

    private ServiceRequest Create(
        Operation operation, string? subject, Dictionary<string, string> parameters, byte[]? body)
    {
        parameters["action"] = operation.Action!;
        if (operation.NeedsUser)
        {
            parameters["userId"] = connection.UserId;
            parameters["orgId"] = connection.OrganizationId;
        }

        return new ServiceRequest(operation, connection.Gateway, subject, parameters, body, trace);
    }
}
