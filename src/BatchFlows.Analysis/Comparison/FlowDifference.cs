using System.Collections.Generic;
using BatchFlows.Analysis.Comparison;
using BatchFlows.Model;

namespace BatchFlows;

/// <summary>One thing in which two definitions of a flow differ.</summary>
public sealed record FlowDifference
{
    private const int LongestShown = 60;

    private static readonly ShownList<ServiceTime> NoRuns = new([]);

    internal FlowDifference(
        DifferenceKind change, string flowName, string? taskName, string field, string reference, string difference)
    {
        Change = change;
        FlowName = flowName;
        TaskName = taskName;
        Field = field;
        Reference = reference;
        Difference = difference;
    }

    /// <summary>Whether it was added, removed or changed.</summary>
    public DifferenceKind Change { get; }

    /// <summary>Name of the flow.</summary>
    public string FlowName { get; }

    /// <summary>Name of the task; null for a difference outside of tasks.</summary>
    public string? TaskName { get; }

    /// <summary>
    /// The property of the definition or the task, such as <c>Cron</c>, <c>RunMode.cpu</c>, <c>Parameters.region</c> or
    /// <c>Relations</c>; an unknown field as the service spells it.
    /// </summary>
    public string Field { get; }

    /// <summary>The value of the reference as text; empty for an addition.</summary>
    public string Reference { get; }

    /// <summary>The value of the other definition as text; empty for a removal.</summary>
    public string Difference { get; }

    /// <summary>
    /// For a schedule, when the reference fires next, in the server's zone; empty where the server was not asked.
    /// </summary>
    public IReadOnlyList<ServiceTime> ReferenceRuns { get; internal init; } = NoRuns;

    /// <summary>For a schedule, when the other definition fires next.</summary>
    public IReadOnlyList<ServiceTime> DifferenceRuns { get; internal init; } = NoRuns;

    /// <summary>The flows that were compared, for a picture of the whole; null if they are not at hand.</summary>
    internal FlowPair? Pair { get; init; }

    /// <summary>
    /// The changed lines of a text that has several, such as a command, in the form of a unified diff; empty for any
    /// other change.
    /// </summary>
    public string TextDiff => Change == DifferenceKind.Changed && (HasLines(Reference) || HasLines(Difference))
        ? UnifiedDiff.OfText(Reference, Difference)
        : "";

    /// <summary>
    /// The values in short: <c>3 -> 5</c>, or how many lines of a text were added and removed. The value itself for an
    /// addition or a removal.
    /// </summary>
    public string Summary => Change switch
    {
        DifferenceKind.Added => Shortened(Difference),
        DifferenceKind.Removed => Shortened(Reference),
        _ when TextDiff.Length > 0 => $"+{CountOf("\n+")} -{CountOf("\n-")} lines",
        _ => $"{Shortened(Reference)} -> {Shortened(Difference)}",
    };

    /// <summary>True for the same difference in the same place, whatever definitions it was found in.</summary>
    public bool Equals(FlowDifference? other) => other is not null
        && (Change, FlowName, TaskName, Field, Reference, Difference)
            == (other.Change, other.FlowName, other.TaskName, other.Field, other.Reference, other.Difference);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode();

    /// <summary>The change in words: <c>nFlow Cron: '0 0 1 * * ? *' -> '0 0 2 * * ? *'</c>.</summary>
    public override string ToString()
    {
        var place = TaskName is null ? $"{FlowName} {Field}" : $"{FlowName}/{TaskName} {Field}";
        return Change switch
        {
            DifferenceKind.Added => $"{place}: + '{Difference}'",
            DifferenceKind.Removed => $"{place}: - '{Reference}'",
            _ => $"{place}: '{Reference}' -> '{Difference}'",
        };
    }

    private int CountOf(string start) => (TextDiff.Length - TextDiff.Replace(start, "").Length) / start.Length;

    private static string Shortened(string value)
    {
        var line = value.IndexOf('\n') is >= 0 and var end ? value.Remove(end) + "..." : value;
        return line.Length > LongestShown ? line.Remove(LongestShown - 3) + "..." : line;
    }

    private static bool HasLines(string value) => value.Contains("\n");
}
