using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Rules;
using BatchFlows.Client;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Procedures.Checks;

/// <summary>Checks flows with rules, and asks the service where a rule needs it. Thread-safe.</summary>
internal sealed class FlowChecker(IReadOnlyList<Rule> rules, RuleContext context)
{
    private readonly LinkedFlows _linked = new("Test-BatchFlow");

    public IReadOnlyList<Rule> Rules => rules;

    public CheckResult Check(FlowDefinition flow, string? path = null) => Check(flow, path, context);

    /// <summary>The same, with the rules that ask the service for the flows that links name.</summary>
    public async Task<CheckResult> CheckOnlineAsync(
        FlowClient client, FlowDefinition flow, string? path, CancellationToken cancellationToken) => Check(
            flow, path,
            context with
            {
                LinkedFlows = await _linked.OfAsync(client, flow, cancellationToken).ConfigureAwait(false),
            });

    private CheckResult Check(FlowDefinition flow, string? path, RuleContext known)
    {
        var findings = FlowCheck.Check(flow, known, rules);
        foreach (var finding in findings) finding.Path = path;
        return new CheckResult(flow.FlowName ?? "", path, findings);
    }
}
