namespace BatchFlows.Analysis.Rules.Schedule;

internal sealed class NoCron() : FieldRule(
    "BF207", RuleSeverity.Error, "cron", "periodic flow without a cron expression",
    "The flow is periodic, and nothing says when it starts.",
    "Set a cron expression, or set the type to manual.")
{
    protected override string? ProblemOf(CheckedFlow flow) =>
        flow.IsScheduled && string.IsNullOrWhiteSpace(flow.Definition.Cron) ? "The flow has no cron expression." : null;
}
