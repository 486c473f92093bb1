using System;
using System.Collections.Concurrent;

namespace BatchFlows.Model.Failures;

/// <summary>The rest of a kind's row in <see cref="FailureKind"/>.</summary>
/// <param name="category">Name of PowerShell's error category.</param>
/// <param name="remedy">What to do next.</param>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class FailureAttribute(string category, string remedy) : Attribute
{
    private static readonly ConcurrentDictionary<FailureKind, FailureAttribute> Rows = new();

    public string Category { get; } = category;

    public string Remedy { get; } = remedy;

    /// <summary>True when no later item of a command can succeed either.</summary>
    public bool EndsCommand { get; set; }

    /// <summary>True for a fault that may be over in some minutes.</summary>
    public bool MayPass { get; set; }

    public static FailureAttribute Of(FailureKind kind) => Rows.GetOrAdd(
        kind, static kind =>
            (FailureAttribute)GetCustomAttribute(
                typeof(FailureKind).GetField(kind.ToString())!, typeof(FailureAttribute))!);
}
