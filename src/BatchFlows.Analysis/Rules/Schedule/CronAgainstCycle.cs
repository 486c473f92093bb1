using System;

namespace BatchFlows.Analysis.Rules.Schedule;

internal sealed class CronAgainstCycle() : FieldRule(
    "BF203", RuleSeverity.Warning, "cycle", "cron expression against the cycle",
    "The service counts runs by the cycle: links to other flows and business dates follow it. The "
        + "cron expression starts the flow more often or more rarely than the cycle says.",
    "Set the cycle that belongs to the cron expression: mi minutes, H hours, D days, W weeks, M "
        + "months.")
{
    protected override string? ProblemOf(CheckedFlow flow)
    {
        if (!flow.IsScheduled || flow.ShortestInterval is not { } interval || flow.Definition.Cycle is not { } cycle)
            return null;
        var natural = CycleOf(interval);
        return Array.IndexOf(Cycles, cycle) < 0 || natural == cycle
            ? null
            : $"The cycle is {cycle}, and {Texts.Of(flow.Definition.Cron)} starts the flow every "
                + $"{Texts.Of(interval)} at the shortest, which is cycle {natural}.";
    }

    private static readonly string[] Cycles = ["mi", "H", "D", "W", "M"];

    /// <summary>A clock change can make a day an hour shorter, and February a month three days.</summary>
    private static string CycleOf(TimeSpan interval) =>
        interval < TimeSpan.FromHours(1) ? "mi"
        : interval < TimeSpan.FromHours(23) ? "H"
        : interval < TimeSpan.FromDays(6.9) ? "D"
        : interval < TimeSpan.FromDays(27.9) ? "W"
        : "M";
}
