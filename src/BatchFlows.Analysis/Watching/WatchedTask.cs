using System;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Model.Instances;

namespace BatchFlows.Analysis.Watching;

/// <summary>A task of a run that is watched.</summary>
internal sealed record WatchedTask(TaskNode Node, InstanceStatus? Status, TimeSpan? Usual)
{
    /// <summary>Its name, as one line that is safe to show.</summary>
    public string Name { get; } = DiagramBuilder.Shown(Node.TaskName);

    public ServiceTime? Start { get; init; }

    public ServiceTime? End { get; init; }

    /// <summary>Such as <c>try 2 of 4</c>; empty for the first.</summary>
    public string Tries { get; init; } = "";

    public DiagramMark Mark => StatusMarks.Of(Status);

    public bool IsStarted => Mark is not (DiagramMark.None or DiagramMark.NotStarted or DiagramMark.Waiting);

    /// <summary>How long it has run, and how long it usually does: <c>2:10 of usually 3:00</c>.</summary>
    /// <param name="now">The time, by the clock that the run was read at.</param>
    public string TimeText(DateTimeOffset now) =>
        Elapsed.Words(Elapsed.Of(Start, End, Status, now), Usual, Status);

    /// <param name="node">The task in the run.</param>
    /// <param name="instance">
    /// Its run as it was read after the node; null when it was not. The task may have ended between the two.
    /// </param>
    public static WatchedTask Of(TaskNode node, TaskInstance? instance, TimeSpan? usual) =>
        new(node, node.Status?.IsEnded() != true && instance?.IsEnded == true ? instance.Status : node.Status, usual)
        {
            Start = instance?.StartTime,
            End = instance?.EndTime,
            Tries = instance?.RunNumber > 1 ? $"try {instance.Tries}" : "",
        };
}
