namespace BatchFlows.Analysis.Rules.Limits;

internal sealed class Cpu() : TaskRule(
    "BF301", RuleSeverity.Error, "runMode.cpu", "cpu outside of its limits",
    "The service allows 0.1 to 2 cores for each task or sub-task.",
    "Set cpu to a number from 0.1 to 2.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        task.RunMode.Cpu is { } cpu and not (>= 0.1 and <= 2)
            ? $"cpu is {Texts.Of(cpu)}, and the service allows 0.1 to 2 cores."
            : null;
}
