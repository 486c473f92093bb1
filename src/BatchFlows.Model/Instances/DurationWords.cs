using System;

namespace BatchFlows.Model.Instances;

/// <summary>Says how long a run took, or has taken so far.</summary>
internal static class DurationWords
{
    // A start that is further ahead shows that the clocks disagree, so no duration would be true.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(1);

    /// <param name="start">When it started.</param>
    /// <param name="duration">How long it took; null while it runs.</param>
    /// <param name="isEnded">True when nothing more happens; a missing end is then unknown.</param>
    /// <param name="readAt">When the service was asked.</param>
    public static string Of(ServiceTime? start, TimeSpan? duration, bool isEnded, DateTimeOffset? readAt)
    {
        if (duration is { } whole) return Of(whole);
        if (isEnded || start is not { IsAmbiguous: false, Instant: { } since } || readAt is not { } now) return "";
        if (since - now > MostSkew) return "";
        return Of(now > since ? now - since : TimeSpan.Zero) + " so far";
    }

    /// <summary>Such as <c>1:40</c> or <c>26:03:15</c>.</summary>
    public static string Of(TimeSpan duration)
    {
        var sign = duration < TimeSpan.Zero ? "-" : "";
        var size = duration.Duration();
        var hours = (long)size.TotalHours;
        return FormattableString.Invariant(hours == 0
            ? $"{sign}{size.Minutes}:{size.Seconds:00}"
            : (FormattableString)$"{sign}{hours}:{size.Minutes:00}:{size.Seconds:00}");
    }
}
