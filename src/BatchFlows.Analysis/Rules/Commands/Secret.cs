using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Secrets;

namespace BatchFlows.Analysis.Rules.Commands;

internal sealed class Secret() : Rule(
    "BF803", RuleSeverity.Error, "secret in the definition",
    "Everybody who may see the flow, its exports or its logs can read it.",
    "Take the secret from a vault or from a file that only the task's account can read, and replace "
        + "the secret, because it is known by now.")
{
    public override IEnumerable<Problem> Check(CheckedFlow flow) => SecretFinder.Find(flow.Definition).Select(
        found => new Problem(
            $"Line {found.Span.Line}, column {found.Span.Column} looks like {found.Span.Words}.", found.Field,
            found.TaskName));
}
