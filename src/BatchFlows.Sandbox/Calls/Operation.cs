using System;

namespace BatchFlows.Sandbox;

/// <summary>
/// An operation by its documented name: how it is called, and the work from a call to the JSON text of its <c>data</c>.
/// </summary>
internal sealed record Operation(
    string Name, string Method, string Collection, string Action, Func<ServiceCall, string> Work,
    bool IsForUser = true);
