namespace BatchFlows.Analysis.Rules.Limits;

internal sealed class Memory() : TaskRule(
    "BF302", RuleSeverity.Error, "runMode.memory", "memory outside of its limits",
    "The service allows 0.3 to 4 GB for each task or sub-task.",
    "Set memory to a number from 0.3 to 4.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        task.RunMode.Memory is { } memory and not (>= 0.3 and <= 4)
            ? $"memory is {Texts.Of(memory)}, and the service allows 0.3 to 4 GB."
            : null;
}
