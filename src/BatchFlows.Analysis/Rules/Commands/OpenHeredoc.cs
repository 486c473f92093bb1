namespace BatchFlows.Analysis.Rules.Commands;

internal sealed class OpenHeredoc() : TaskRule(
    "BF802", RuleSeverity.Error, "cmd", "here-document without its end",
    "The line that ends a here-document must be the word alone, without blanks before or after it; "
        + "after <<- tabs may stand before it. Otherwise the rest of the script belongs to the document and "
        + "is not executed.",
    "Write the word alone on its line.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        task.Shell?.OpenHeredoc is { } open
            ? $"The here-document of line {open.Line} has no line {Texts.Of(open.Delimiter)} that ends it."
            : null;
}
