using System;

namespace BatchFlows.Client.Tests;

/// <summary>Names the operation that a test covers.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CoversAttribute(string operation, int code = 0) : Attribute
{
    public string Operation { get; } = operation;

    public int Code { get; } = code;
}
