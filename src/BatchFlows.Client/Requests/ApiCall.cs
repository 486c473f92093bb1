using System.Collections.Generic;

namespace BatchFlows.Client.Requests;

/// <summary>A call of the service that is named by its parts on the wire.</summary>
/// <param name="Collection">Such as <c>flows</c>.</param>
/// <param name="Action">Such as <c>getMyFlow</c>.</param>
internal sealed record ApiCall(string Collection, string Action)
{
    /// <summary>True for POST, false for GET. A call with a body is always a POST.</summary>
    public bool IsPost { get; init; }

    /// <summary>
    /// Parameters of the query: texts, numbers, flags and moments. Those without a value are left out; <c>action</c>,
    /// <c>userId</c> and <c>orgId</c> come from the call and the connection.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Query { get; init; } = new Dictionary<string, object?>();

    /// <summary>The body: JSON text, or a table whose values are texts, numbers, flags, lists and tables.</summary>
    public object? Body { get; init; }

    /// <summary>
    /// Whether an undocumented call changes something; null counts as a change. A documented call is treated as
    /// documented.
    /// </summary>
    public bool? IsChange { get; init; }
}
