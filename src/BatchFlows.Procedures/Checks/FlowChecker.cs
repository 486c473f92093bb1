using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Rules;
using BatchFlows.Client;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Procedures.Checks;

/// <summary>Checks flows with rules, and asks the service where a rule needs it. Thread-safe.</summary>
internal sealed class FlowChecker(IReadOnlyList<Rule> rules, RuleContext context)
{
    private readonly LinkedFlows _linked = new();

    public IReadOnlyList<Rule> Rules => rules;

    /// <summary>The files of a path: itself, or those of flows in a folder and below.</summary>
    /// <exception cref="FileNotReadException">The folder cannot be read, or has no file of a flow.</exception>
    public static IEnumerable<string> FilesOf(string path)
    {
        if (!Directory.Exists(path)) return [path];
        var files = FlowFolder.Find(path);
        if (files.Count == 0) throw new FileNotReadException(path, "it is a folder without files of flows");
        return files.Select(file => Path.GetFullPath(Path.Combine(path, file)));
    }

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
