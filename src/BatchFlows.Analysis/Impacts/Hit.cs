using System;

namespace BatchFlows.Analysis.Impacts;

/// <summary>How a flow or a task is hit.</summary>
/// <param name="Run">When the first run that is hit is due; null when that is not known.</param>
/// <param name="Felt">When that is first felt; null when it is not known.</param>
/// <param name="Late">How much later it ends, at most; zero unless the cause is a delay.</param>
internal sealed record Hit(DateTimeOffset? Run, DateTimeOffset? Felt, TimeSpan Late)
{
    /// <summary>Why the times are not certain; null when they are.</summary>
    public string? Doubt { get; init; }

    /// <summary>Both together: the earliest times and the longest delay.</summary>
    public Hit With(Hit other)
    {
        var first = other.IsBefore(this) ? other : this;
        var run = IsEarlier(other.Run, Run) ? other.Run : Run;
        var late = other.Late > Late ? other.Late : Late;
        return (run, late) == (first.Run, first.Late) ? first : first with { Run = run, Late = late };
    }

    /// <summary>True when it is felt earlier.</summary>
    public bool IsBefore(Hit other) => IsEarlier(Felt, other.Felt);

    private static bool IsEarlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is { } time && (other is not { } otherTime || time < otherTime);
}
