using System;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.Watching;

/// <summary>How long something ran, against how long it usually does.</summary>
internal static class Elapsed
{
    // A start that is further ahead shows that the clocks disagree.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(1);

    /// <summary>Until it ended, or until now; null when it has not started, or when that is not known.</summary>
    public static TimeSpan? Of(ServiceTime? start, ServiceTime? end, InstanceStatus? status, DateTimeOffset now)
    {
        if (status?.IsEnded() == true) return end?.Value - start?.Value is { } whole && whole >= TimeSpan.Zero
            ? whole
            : null;
        if (StatusMarks.Of(status) != DiagramMark.Running) return null;
        if (start is not { IsAmbiguous: false, Instant: { } since } || since - now > MostSkew) return null;
        return now > since ? now - since : TimeSpan.Zero;
    }

    /// <summary>
    /// Such as <c>2:10 of usually 3:00</c>, and <c>3:05, usually 3:00</c> when it has ended; empty when nothing is
    /// known.
    /// </summary>
    public static string Words(TimeSpan? elapsed, TimeSpan? usual, InstanceStatus? status)
    {
        var time = elapsed is { } known ? DurationWords.Of(known) : "";
        if (usual is not { } most || status is InstanceStatus.Skip or InstanceStatus.Cancel) return time;
        var isRunning = status?.IsEnded() != true;
        if (time.Length == 0) return isRunning ? $"usually {DurationWords.Of(most)}" : "";
        return $"{time}{(isRunning ? " of usually " : ", usually ")}{DurationWords.Of(most)}";
    }
}
