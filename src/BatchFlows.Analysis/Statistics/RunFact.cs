using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatchFlows.Analysis.Statistics;

/// <summary>
/// What statistics need of a run. A run from a list is some thousand times as large, because of its graph.
/// </summary>
internal sealed record RunFact
{
    private const long NoNumber = -1;

    private RunNames _names = RunNames.None;
    private long _idNumber = NoNumber; // what its ID ends with: a number takes an eighth of the text
    private DateTime _start; // no run has started in the year 1

    /// <summary>Compares runs by their IDs.</summary>
    public static IEqualityComparer<RunFact> ById { get; } = new IdComparer();

    public string? FlowInstanceId
    {
        get => _idNumber == NoNumber
            ? _names.IdStart
            : FormattableString.Invariant($"{_names.IdStart}{_idNumber}");
        init
        {
            (var start, _idNumber) = Split(value);
            _names = _names with { IdStart = start };
        }
    }

    public long? FlowId
    {
        get => _names.FlowId;
        init => _names = _names with { FlowId = value };
    }

    public string FlowName
    {
        get => _names.FlowName;
        init => _names = _names with { FlowName = value };
    }

    public IReadOnlyList<string> Owners
    {
        get => _names.Owners;
        init => _names = _names with { Owners = value };
    }

    /// <summary>When it started, by the server's clock; null before.</summary>
    public DateTime? Start
    {
        get => _start == default ? null : _start;
        init => _start = value.GetValueOrDefault();
    }

    /// <summary>When it ended; null before.</summary>
    public DateTime? End => Start + Outcome.Duration;

    public Outcome Outcome { get; init; }

    /// <param name="run">The run.</param>
    /// <param name="other">Another run of the flow, with which it shares what they have in common.</param>
    public static RunFact Of(FlowInstance run, RunFact? other = null)
    {
        var (start, number) = Split(run.FlowInstanceId);
        var names = new RunNames(start, run.FlowId, run.FlowName ?? "", other?.Owners ?? []);
        if (!run.Owners.SequenceEqual(names.Owners)) names = names with { Owners = [.. run.Owners] };
        return new()
        {
            _names = names == other?._names ? other._names : names,
            _idNumber = number,
            Start = run.StartTime?.Value,
            Outcome = new(run.Status, run.TriggerTime?.Value, WaitOf(run), PositiveOrNull(run.Duration)),
        };
    }

    /// <summary>The text before the number at the end, and the number; the whole text when it ends with none.</summary>
    private static (string? Start, long Number) Split(string? id)
    {
        if (id is null) return (null, NoNumber);
        var end = id.LastIndexOf('-') + 1;
        var digits = id.Substring(end);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == digits
                ? (id.Substring(0, end), number)
                : (id, NoNumber);
    }

    /// <summary>
    /// Until it started, from its trigger time; from its creation when that is later, as for a run of a time in the
    /// past.
    /// </summary>
    private static TimeSpan? WaitOf(FlowInstance run)
    {
        if (run.StartTime is not { IsAmbiguous: false, Instant: { } start }) return null;
        if (run.TriggerTime is not { IsAmbiguous: false, Instant: { } due }) return null;
        if (run.CreateTime?.Instant is { } created && created > due && created <= start) due = created;
        return PositiveOrNull(start - due);
    }

    private static TimeSpan? PositiveOrNull(TimeSpan? span) => span >= TimeSpan.Zero ? span : null;

    private sealed class IdComparer : IEqualityComparer<RunFact>
    {
        public bool Equals(RunFact? one, RunFact? other) =>
            one?._idNumber == other?._idNumber && one?._names.IdStart == other?._names.IdStart;

        public int GetHashCode(RunFact run) =>
            run._idNumber.GetHashCode() ^ StringComparer.Ordinal.GetHashCode(run._names.IdStart ?? "");
    }
}
