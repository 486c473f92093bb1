using System;

namespace BatchFlows.Sandbox;

/// <summary>The documented name of the operation whose work a method does, and how it is called.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OperationAttribute(string name, string method, string collection, string action) : Attribute
{
    public string Name => name;

    public string Method => method;

    public string Collection => collection;

    public string Action => action;

    public bool IsForUser { get; set; } = true;
}
