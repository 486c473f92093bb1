using System;

namespace BatchFlows.Commands;

/// <summary>
/// The window of trigger times that -After, -Before and -Last stand for, by the clock of this machine.
/// </summary>
/// <param name="After">Start, inclusive.</param>
/// <param name="Before">End, exclusive.</param>
internal sealed record RunWindow(DateTimeOffset After, DateTimeOffset Before)
{
    // The service's clock may be a little ahead.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    private static readonly DateTimeOffset Earliest = new(2, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="after">-After.</param>
    /// <param name="before">-Before.</param>
    /// <param name="last">-Last.</param>
    /// <param name="usual">The length of the window when none of them says it.</param>
    /// <param name="refuse">Ends the command because of a value.</param>
    public static RunWindow Of(
        DateTimeOffset? after, DateTimeOffset? before, TimeSpan? last, TimeSpan usual, Action<string, object?> refuse)
    {
        if (after is not null && last is not null)
            refuse("-After and -Last both set where the window begins. Specify one of them.", last);
        var end = before ?? DateTimeOffset.Now + Ahead;
        if (last <= TimeSpan.Zero || last > end - Earliest)
            refuse("-Last must be longer than zero and must not begin before the year 2. Specify it such as 7d.", last);
        var start = after ?? end - (last ?? usual);
        if (start >= end)
        {
            refuse(
                FormattableString.Invariant($"The window is empty: it begins at {start:yyyy-MM-dd HH:mm:ss zzz} ")
                    + FormattableString.Invariant($"and ends at {end:yyyy-MM-dd HH:mm:ss zzz}."),
                start);
        }

        return new RunWindow(start, end);
    }

    /// <summary>The window in parts of equal length, a day at least, which can be listed at the same time.</summary>
    /// <param name="most">How many at most.</param>
    public RunWindow[] Split(int most)
    {
        var parts = (int)Math.Max(1, Math.Min(most, Math.Floor((Before - After).TotalDays)));
        var windows = new RunWindow[parts];
        for (var i = 0; i < parts; i++) windows[i] = new RunWindow(At(i), i == parts - 1 ? Before : At(i + 1));
        return windows;

        DateTimeOffset At(int place) => After.AddTicks((Before - After).Ticks / parts * place);
    }
}
