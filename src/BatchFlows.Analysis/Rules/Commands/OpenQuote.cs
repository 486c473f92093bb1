namespace BatchFlows.Analysis.Rules.Commands;

internal sealed class OpenQuote() : TaskRule(
    "BF806", RuleSeverity.Error, "cmd", "quote that is not closed",
    "The shell refuses the script, or takes the rest of it for one word.",
    "Close the quote, or write a backslash before a quote that is a character.")
{
    protected override string? ProblemOf(CheckedTask task, CheckedFlow flow) =>
        task.Shell?.OpenQuote is { } open ? $"The quote {open.Quote} of line {open.Line} is not closed." : null;
}
