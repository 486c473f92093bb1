using System;

namespace BatchFlows.Analysis.Rules.Schedule;

internal sealed class TooOften() : FieldRule(
    "BF209", RuleSeverity.Warning, "cron", "more than one start in a minute",
    "The service makes the ID of a run from the minute of its start and refuses a second run of the "
        + "same minute.",
    "Set the field of seconds to one number, such as 0.")
{
    protected override string? ProblemOf(CheckedFlow flow) =>
        flow.IsScheduled && flow.ShortestInterval < TimeSpan.FromMinutes(1)
            ? $"{Texts.Of(flow.Definition.Cron)} fires every {Texts.Of(flow.ShortestInterval!.Value)} at the shortest."
            : null;
}
