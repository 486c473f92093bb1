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
    public static IReadOnlyList<ApiCall> DocumentedCalls => [.. Operations.All.Select(ToCall)];

    /// <summary>Sends any call of the service, signed and retried like all others.</summary>
    /// <returns>Its data: text, number, flag, null, a list of these, or a table of these by name.</returns>
    /// <exception cref="FlowServiceException">The call failed.</exception>
    /// <exception cref="ArgumentException">
    /// The collection or the action is not a name, the body is neither a table nor a JSON object, or the query has an
    /// invalid value or a parameter that only the connection may set.
    /// </exception>
    public Task<object?> CallAsync(ApiCall call, CancellationToken cancellationToken = default)
    {
        if (call is null) throw new ArgumentNullException(nameof(call));
        var body = call.Body is null ? null : PlainValue.ToBody(call.Body);
        if (call.Query.Keys.FirstOrDefault(IsOwn) is { } own)
            throw new ArgumentException(
                $"The parameter {own} comes from the call and the connection and cannot be given.");
        var query = call.Query.Where(parameter => parameter.Value is not null)
            .ToDictionary(
                parameter => parameter.Key, parameter => PlainValue.ToText(parameter.Value!), StringComparer.Ordinal);
        var request = Create(OperationOf(call), subject: null, query, body);
        return SendAsync(request, PlainValue.Of, cancellationToken);
    }

    /// <summary>True when a call changes something, or is not documented and may do so.</summary>
    /// <exception cref="ArgumentException">The collection or the action is no name.</exception>
    public static bool IsChange(ApiCall call) =>
        call is null ? throw new ArgumentNullException(nameof(call)) : !OperationOf(call).IsReadOnly;

    /// <summary>The documented call of these names, whatever their case; null when there is none.</summary>
    public static ApiCall? FindDocumented(string collection, string action) =>
        Operations.Find(collection, action) is { } operation ? ToCall(operation) : null;

    private static ApiCall ToCall(Operation operation) => new(operation.Collection, operation.Action!)
    {
        IsPost = operation.Method == HttpMethod.Post,
        IsChange = !operation.IsReadOnly,
    };

    /// <summary>
    /// The spelling that is sent decides: either the documented one, regardless of the caller's case, or one that no
    /// service can read as a documented call.
    /// </summary>
    private static Operation OperationOf(ApiCall call)
    {
        CheckName(call.Collection, "collection");
        CheckName(call.Action, "action");
        var method = call.IsPost || call.Body is not null ? HttpMethod.Post : HttpMethod.Get;
        var documented = Operations.Find(call.Collection, call.Action);
        if (documented?.Method == method) return documented;
        // A documented change is a change with any method.
        var isReadOnly = call.IsChange == false && documented is not { IsReadOnly: false };
        var (collection, action) = (documented?.Collection ?? call.Collection, documented?.Action ?? call.Action);
        return Operations.Unknown(method, collection, action) with { IsReadOnly = isReadOnly };
    }

    /// <summary>Dots, slashes and escapes can lead to an unexpected address, which differs between servers.</summary>
    private static void CheckName(string name, string what)
    {
        if (name.Length == 0 || !name.All(IsPlain))
            throw new ArgumentException(
                $"'{name}' cannot be the {what} of a call: it consists of letters from a to z, digits, - and _ only.");
    }

    private static bool IsPlain(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';

    /// <summary>Servers may ignore case and signs in the name of a parameter.</summary>
    private static bool IsOwn(string parameter) => OwnParameters.Contains(
        string.Concat(parameter.Where(char.IsLetterOrDigit)), StringComparer.OrdinalIgnoreCase);
}
