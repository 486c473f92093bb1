using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client.Messages;
using BatchFlows.Client.Requests;
using BatchFlows.Model.Json;

namespace BatchFlows.Client;

/// <content>Calls that have no method of their own.</content>
internal sealed partial class FlowClient
{
    private static readonly string[] OwnParameters = ["action", "userId", "orgId"];

    /// <summary>The documented calls, with whether they change something.</summary>
    public static IReadOnlyList<ApiCall> DocumentedCalls =>
    [
        .. Operations.All.Select(operation => new ApiCall(operation.Collection, operation.Action!)
        {
            IsPost = operation.Method == HttpMethod.Post,
            IsChange = !operation.IsReadOnly,
        }),
    ];

    /// <summary>Sends any call of the service, signed and repeated as all others.</summary>
    /// <returns>Its data: text, number, flag, null, a list of these, or a table of these by name.</returns>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    /// <exception cref="ArgumentException">
    /// The body is no table and no JSON object, or the query has a value that is none or a parameter that is not the
    /// caller's.
    /// </exception>
    public Task<object?> CallAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        if (call is null) throw new ArgumentNullException(nameof(call));
        var body = call.Body is null ? null : PlainValue.ToBody(call.Body);
        if (call.Query.Keys.FirstOrDefault(OwnParameters.Contains) is { } own)
            throw new ArgumentException(
                $"The parameter {own} comes from the call and the connection and cannot be given.");
        var query = call.Query.Where(parameter => parameter.Value is not null)
            .ToDictionary(
                parameter => parameter.Key, parameter => PlainValue.ToText(parameter.Value!), StringComparer.Ordinal);
        var request = Create(OperationOf(call), subject: null, query, body);
        return SendAsync(request, PlainValue.Of, cancellationToken);
    }

    /// <summary>True when a call changes something, or is not documented and may do so.</summary>
    public static bool IsChange(ApiCall call) =>
        call is null ? throw new ArgumentNullException(nameof(call)) : !OperationOf(call).IsReadOnly;

    private static Operation OperationOf(ApiCall call)
    {
        var method = call.IsPost || call.Body is not null ? HttpMethod.Post : HttpMethod.Get;
        var documented = Operations.Find(call.Collection, call.Action);
        if (documented?.Method == method) return documented;
        // What is documented as a change is one by whichever method.
        var isReadOnly = call.IsChange == false && documented is not { IsReadOnly: false };
        return Operations.Unknown(method, call.Collection, call.Action) with { IsReadOnly = isReadOnly };
    }
}
