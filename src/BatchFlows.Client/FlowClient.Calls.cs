using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Http;

namespace BatchFlows;

/// <content>Calls that have no method of their own.</content>
public sealed partial class FlowClient
{
    /// <summary>Sends any call of the service, signed and repeated as all others.</summary>
    /// <returns>Its data: text, number, flag, null, a list of these, or a table of these by name.</returns>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    /// <exception cref="ArgumentException">The body is no table and no JSON object, or a GET has one.</exception>
    public Task<object?> CallAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        if (call is null) throw new ArgumentNullException(nameof(call));
        var body = call.Body is null ? null : PlainValue.ToObject(call.Body);
        var query = call.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal);
        var request = Create(OperationOf(call), subject: null, query, body is null ? null : WireJson.ToBytes(body));
        return SendAsync(request, PlainValue.Of, cancellationToken);
    }

    /// <summary>True when a call changes something, or is not documented and may do so.</summary>
    public static bool IsChange(ApiCall call) => call is null ? throw new ArgumentNullException(nameof(call)) : !OperationOf(call).IsReadOnly;

    private static Operation OperationOf(ApiCall call)
    {
        var isPost = call.IsPost || call.Body is not null;
        var operation = Operations.Find(isPost ? HttpMethod.Post : HttpMethod.Get, call.Collection, call.Action);
        return call.IsChange is { } isChange ? operation with { IsReadOnly = !isChange } : operation;
    }
}
