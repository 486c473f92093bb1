using System;

namespace BatchFlows.Sandbox;

/// <summary>An operation refuses a call with one of the documented codes.</summary>
internal sealed class ServiceRefusal(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
