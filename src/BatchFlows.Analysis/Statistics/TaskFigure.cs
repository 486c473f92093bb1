using System;
using System.Globalization;
using BatchFlows.Model.Instances;

namespace BatchFlows;

/// <summary>A task among the slowest ones, or on the critical path.</summary>
public sealed record TaskFigure
{
    /// <summary>Name of its flow.</summary>
    public string FlowName { get; internal init; } = "";

    /// <summary>Name of the task.</summary>
    public string TaskName { get; internal init; } = "";

    /// <summary>How long it usually runs: the median.</summary>
    public TimeSpan Median { get; internal init; }

    /// <summary>
    /// On the critical path, how long it is usually held up after the task before it, by retries or by waiting: the
    /// median. Zero among the slowest tasks.
    /// </summary>
    public TimeSpan MedianDelay { get; internal init; }

    /// <summary>Number of its runs that were looked at.</summary>
    public int Runs { get; internal init; }

    /// <summary>The task and its usual duration, such as <c>aggregate 20:15</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0} {1}", TaskName, DurationWords.Of(Median));
}
