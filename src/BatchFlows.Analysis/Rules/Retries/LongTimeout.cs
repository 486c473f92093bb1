namespace BatchFlows.Analysis.Rules.Retries;

internal sealed class LongTimeout() : TaskRule(
    "BF404", RuleSeverity.Warning, "timeout", "time limit beyond the next start",
    "One run of a flow is under way at a time. A task that hangs until its time limit makes the next "
        + "runs late.",
    "Set a timeout shorter than the time between two starts, or start the flow more rarely. The unit "
        + "is not documented; seconds are assumed.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        flow.IsScheduled && task.Task.Timeout > flow.ShortestInterval?.TotalSeconds
            ? $"The timeout is {task.Task.Timeout} s, and the next start comes after "
                + $"{Texts.Of(flow.ShortestInterval!.Value)} at the shortest."
            : null;
}
