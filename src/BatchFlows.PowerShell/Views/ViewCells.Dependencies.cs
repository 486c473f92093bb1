using System;
using System.Management.Automation;

namespace BatchFlows;

/// <content>Cells of dependencies.</content>
public static partial class ViewCells
{
    /// <summary>Deeper branches are not indented further, so that their names stay readable.</summary>
    private const int DeepestBranch = 12;

    /// <summary>A dependency in a tree: indented by its distance, and below it what is wrong with it.</summary>
    /// <param name="distance">How far it is from the root; 1 for the first level.</param>
    /// <param name="flowName">Name of the flow.</param>
    /// <param name="taskName">Name of the task; null for a whole flow.</param>
    /// <param name="problem">Why it is broken; null when it is whole.</param>
    /// <param name="isInCircle">True when it is part of a circle.</param>
    /// <param name="isRepeated">True when what follows it is shown elsewhere.</param>
    public static string Branch(
        int distance, string? flowName, string? taskName, string? problem, bool isInCircle, bool isRepeated)
    {
        var indent = new string(' ', 2 * Math.Max(0, Math.Min(distance, DeepestBranch) - 1));
        return indent + Line(flowName) + (string.IsNullOrEmpty(taskName) ? "" : $"/{Line(taskName)}")
            + (isInCircle ? " (circle)" : isRepeated ? " (again)" : "")
            + (string.IsNullOrEmpty(problem) ? "" : $"\n{indent}broken: {Line(problem)}");
    }

    /// <summary>When an impact is first felt, to the minute, with a question mark where that is not certain.</summary>
    /// <param name="time">The time, wrapped, because objects of a job or a file are nothing else.</param>
    /// <param name="isDoubtful">True when it is not certain.</param>
    public static string Felt(PSObject? time, bool isDoubtful) =>
        time is null ? "unknown" : $"{Run(time.BaseObject)}{(isDoubtful ? "?" : "")}";

    /// <summary>What becomes of a flow.</summary>
    /// <param name="effect">The effect, wrapped.</param>
    /// <param name="lateBy">How late it starts; null when it does not start late.</param>
    public static string Effect(PSObject? effect, TimeSpan? lateBy) => $"{effect}" switch
    {
        "Waits" => "waits",
        "NeverRuns" => "never runs",
        "StartsLate" when lateBy is { } late => $"+{(int)late.TotalHours}:{late:mm}",
        var other => other,
    };

    /// <summary>A flow that is hit, its tasks, and the flows between.</summary>
    /// <param name="flowName">Name of the flow.</param>
    /// <param name="taskNames">The tasks that are hit.</param>
    /// <param name="path">The flows through which it is hit.</param>
    /// <param name="distance">How many links are between.</param>
    public static string Affected(string? flowName, object? taskNames, string? path, int distance) =>
        $"{Line(flowName)}: {All(taskNames)}" + (distance > 1 ? $"\nthrough {path}" : "");
}
