using BatchFlows.Analysis.Names;

namespace BatchFlows.Analysis.Rules.Portability;

internal sealed class FileNameOfFlow() : FieldRule(
    "BF902", RuleSeverity.Information, "name", "flow name that cannot be a file name",
    "The name of a file or folder cannot have all characters of the flow's name on every system, so "
        + "its file gets a similar name.",
    "Nothing must be done. Names of letters, digits, blanks, dots, - and _ keep their spelling.")
{
    protected override string? ProblemOf(CheckedFlow flow) =>
        flow.Definition.FlowName is { } name && FileName.Of(name) is var file && file != name
            ? $"The file of the flow is named {Texts.Of(file)}."
            : null;
}
