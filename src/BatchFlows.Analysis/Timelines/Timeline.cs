using System;
using System.Collections.Generic;
using BatchFlows.Analysis.Diagrams;

namespace BatchFlows.Analysis.Timelines;

/// <summary>What a timeline shows: a bar for each task of a run, or for each of several runs.</summary>
/// <param name="Title">Name of the whole.</param>
/// <param name="Things">What the bars stand for: <c>tasks</c> or <c>runs</c>.</param>
/// <param name="Start">Where the axis begins, as the clocks of the server show.</param>
/// <param name="End">Where the axis ends; later than the start.</param>
internal sealed record Timeline(
    string Title, string Things, DateTime Start, DateTime End, IReadOnlyList<TimelineRow> Rows)
{
    /// <summary>What there is to say of the whole; may be empty.</summary>
    public string Note { get; init; } = "";
}

/// <summary>One bar of a timeline.</summary>
/// <param name="Label">Its name, as one line without characters that could do harm.</param>
internal sealed record TimelineRow(string Label, DiagramMark Mark)
{
    /// <summary>Rows of one group stand together, below its name; may be empty.</summary>
    public string Group { get; init; } = "";

    /// <summary>When it could have started: it waited from then on. Null if it did not get so far.</summary>
    public DateTime? Ready { get; init; }

    /// <summary>When it started; null before.</summary>
    public DateTime? Start { get; init; }

    /// <summary>When it ended; null for one that runs, whose bar goes on to the end.</summary>
    public DateTime? End { get; init; }

    /// <summary>How often it was repeated.</summary>
    public long Retries { get; init; }

    /// <summary>True when the run or the night would have been shorter without it.</summary>
    public bool IsCritical { get; init; }

    /// <summary>What stands beside the bar, such as its duration; may be empty.</summary>
    public string Note { get; init; } = "";

    public IReadOnlyList<string> Details { get; init; } = [];
}
