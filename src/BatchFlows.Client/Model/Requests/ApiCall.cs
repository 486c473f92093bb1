using System.Collections.Generic;

namespace BatchFlows;

/// <summary>A call of the service that is named by its parts on the wire.</summary>
/// <param name="Collection">Such as <c>flows</c>.</param>
/// <param name="Action">Such as <c>getMyFlow</c>.</param>
public sealed record ApiCall(string Collection, string Action)
{
    /// <summary>True for POST, false for GET. A call with a body is always a POST.</summary>
    public bool IsPost { get; init; }

    /// <summary>Parameters of the query beside <c>action</c>, <c>userId</c> and <c>orgId</c>.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>The body: JSON text, or a table whose values are texts, numbers, flags, lists and tables.</summary>
    public object? Body { get; init; }

    /// <summary>True when the call changes something; null for what is documented, and a call that is not documented is taken for a change.</summary>
    public bool? IsChange { get; init; }
}
