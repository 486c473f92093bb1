using System;

namespace BatchFlows.Tests;

/// <summary>
/// Names a point in which the service's documents contradict each other, by its number in their comparison.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class DisagreementAttribute(int number) : Attribute
{
    public int Number { get; } = number;
}
