using System;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.MissedRuns;

/// <summary>How much later than its time a run started, or how long it has waited for its start.</summary>
/// <param name="Length">More than allowed.</param>
/// <param name="HasStarted">False when it still waits.</param>
/// <param name="Ahead">
/// The run of the flow before it, if it held this one up: it has not ended, or ended after the time of this one.
/// </param>
internal sealed record StartDelay(TimeSpan Length, bool HasStarted, RunFact? Ahead)
{
    /// <summary>How much later a run may start if the user does not say.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromMinutes(15);

    /// <summary>The delay, such as <c>it started 42:00 late</c>.</summary>
    public string Words => HasStarted
        ? $"it started {DurationWords.Of(Length)} late"
        : $"it has waited for {DurationWords.Of(Length)}";

    /// <param name="before">The run of the flow before it; null when none is known.</param>
    /// <param name="fire">When it should have started, in the server's zone.</param>
    /// <param name="now">The time in that zone.</param>
    /// <returns>Null for a run that started within the allowed time, or never will.</returns>
    public static StartDelay? Of(RunFact run, RunFact? before, DateTime fire, DateTime now, TimeSpan allowed)
    {
        var waits = run.Start is null && run.Outcome.Status?.IsEnded() == false;
        var length = waits ? now - fire : run.Outcome.Wait ?? run.Start - fire;
        if (!(length > allowed)) return null;
        var isBehind = waits
            ? before?.Outcome.Status?.IsEnded() == false
            : before?.End > fire && before.End <= run.Start;
        return new(length.Value, HasStarted: !waits, isBehind ? before : null);
    }

    /// <param name="run">The run.</param>
    /// <param name="before">The run of the flow before it; null when none is known.</param>
    /// <param name="now">The moment it is.</param>
    /// <returns>Null for a run that started within <see cref="Allowed"/>, or never will.</returns>
    public static StartDelay? Of(FlowInstance run, FlowInstance? before, DateTimeOffset now)
    {
        if (run.TriggerTime is not { Value: { } fire, Instant: { } due }) return null;
        // A run of a time in the past waits since it was made.
        if (run.CreateTime?.Instant is { } made && made > due) due = made;
        return Of(RunFact.Of(run), before is null ? null : RunFact.Of(before), fire, fire + (now - due), Allowed);
    }

    /// <summary>The delay, and behind which run.</summary>
    public override string ToString()
    {
        if (Ahead is null) return Words;
        var end = HasStarted
            ? FormattableString.Invariant($"ended at {Ahead.End:yyyy-MM-dd HH:mm}")
            : "has not ended";
        return $"{Words}, behind {Ahead.FlowInstanceId}, which {end}";
    }
}
