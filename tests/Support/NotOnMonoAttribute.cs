using System;
using System.Collections.Generic;
using Xunit.v3;

namespace BatchFlows.Tests;

/// <summary>
/// Marks a test that says nothing on Mono, the stand-in for .NET Framework where there is no Windows.
/// </summary>
/// <param name="reason">What Mono does otherwise, through no fault of ours.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NotOnMonoAttribute(string reason) : Attribute, ITraitAttribute
{
    public string Reason { get; } = reason;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("NotOn", "Mono")];
}
