namespace BatchFlows.Analysis.Rules.Graph;

internal sealed class NoTasks() : FieldRule(
    "BF112", RuleSeverity.Warning, "tasks", "flow without tasks",
    "The service refuses to start a flow that has no task.",
    "Add a task, or remove the flow.")
{
    protected override string? ProblemOf(CheckedFlow flow) =>
        flow.Tasks.Count == 0 ? "The flow has no tasks." : null;
}
