using System;

namespace BatchFlows.Analysis.Rules.Schedule;

internal sealed class StartInGap() : FieldRule(
    "BF204", RuleSeverity.Warning, "cron", "start that the clock skips",
    "In the night when daylight saving begins, the server's clock skips an hour. A start in that hour "
        + "is left out or comes later; schedulers differ.",
    "Start the flow outside of the hours in which the clock changes, often 01:00 to 03:00.")
{
    protected override string? ProblemOf(CheckedFlow flow)
    {
        // A flow of every hour or minute has a next start soon.
        if (!flow.IsScheduled || flow.ShortestInterval < TimeSpan.FromHours(2)) return null;
        foreach (var (start, end) in flow.Context.Gaps)
        {
            if (flow.Schedule?.FirstBetween(start, end) is { } time)
            {
                return FormattableString.Invariant(
                    $"{time:yyyy-MM-dd HH:mm:ss} does not exist in {flow.Context.Zone.Id}: the clock goes from ")
                    + FormattableString.Invariant($"{start:HH:mm} to {end:HH:mm}.");
            }
        }

        return null;
    }
}
