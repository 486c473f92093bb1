using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Rules;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Checks;
using BatchFlows.Rendering.Reports;

namespace BatchFlows.Commands;

/// <summary>Checks flows with rules and reports what is wrong or risky in them.</summary>
/// <remarks>
/// <para>Checks files, folders, definitions, or flows of the service. A finding has the ID of its rule, its severity, a
/// message, the place in the definition and the task. A flow without findings gives no output. Get-BatchFlowRule
/// explains the rules, and about_BatchFlow_Rules lists them.</para>
/// <para>Files, folders and definitions need no connection, except with -Online. Rules look for mistakes in the text of
/// a definition: no command is executed, and a flow without findings can still fail.</para>
/// <para>The field $suppress of a file accepts findings, each with a reason.</para>
/// </remarks>
/// <example>
/// Checks all files of a folder.
/// <code>Test-BatchFlow ./flows</code>
/// </example>
/// <example>
/// Lets a CI job fail on errors, and writes all findings for its report.
/// <code>
/// Test-BatchFlow ./flows -As Sarif | Set-Content flows.sarif
/// if (Test-BatchFlow ./flows -Severity Error) { throw 'The flows have errors.' }
/// </code>
/// </example>
/// <example>
/// Checks the flows of the service, the flows that they wait for included.
/// <code>Get-BatchFlow | Test-BatchFlow -Online</code>
/// </example>
/// <example>
/// Finds starts that the change to daylight saving skips.
/// <code>Get-BatchFlow | Test-BatchFlow -Rule BF204 -TimeZone Europe/Berlin</code>
/// </example>
[Cmdlet(
    VerbsDiagnostic.Test, "BatchFlow", DefaultParameterSetName = FromService,
    HelpUri = HelpPage.Folder + "Test-BatchFlow.md")]
[OutputType(typeof(FlowFinding), typeof(string))]
public sealed partial class TestBatchFlowCommand : ServiceCommand
{
    private const string FromPath = "Path";
    private const string FromLiteralPath = "LiteralPath";
    private const string FromService = "Service";
    private const string AsObject = "Object";
    private const string AsJUnit = "JUnit";
    private const string AsSarif = "Sarif";

    private readonly List<CheckResult> _results = [];
    private FlowChecker _checker = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (RuleChoice.Unknown(Rule, ExcludeRule) is { } unknown)
            Refuse($"No rule has the ID '{unknown}'. Get-BatchFlowRule lists all rules.", unknown);
        _checker = new FlowChecker(
            RuleChoice.Of(Rule, ExcludeRule, Severity), new RuleContext(DateTimeOffset.UtcNow, ZoneNamed(TimeZone)));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == FromService)
        {
            foreach (var flow in FlowId) Check(flow);
            return;
        }

        foreach (var file in this.FilesOf(Path, LiteralPath)) Check(file);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (As == AsJUnit) WriteObject(JUnitReport.Of(_results, DateTime.UtcNow));
        if (As == AsSarif)
            WriteObject(SarifReport.Of(
                _results, [.. _checker.Rules.Select(rule => rule.About)], $"{MyInvocation.MyCommand.Version}",
                SessionState.Path.CurrentFileSystemLocation.ProviderPath));
    }

    private void Check(FlowReference flow)
    {
        if (flow.Definition is not { } definition)
        {
            Enqueue(
                flow,
                async (client, id, stop) => await CheckAsync(
                    client, await client.ExportFlowAsync(id, stop).ConfigureAwait(false), path: null, stop)
                    .ConfigureAwait(false),
                Write);
        }
        else if (Online)
        {
            Work.Add(ItemOf(definition), (client, stop) => CheckAsync(client, definition, path: null, stop), Write);
        }
        else
        {
            Work.Add(ItemOf(definition), Task.Run(() => _checker.Check(definition)), Write);
        }
    }

    private Task<CheckResult> CheckAsync(
        FlowClient client, FlowDefinition definition, string? path, CancellationToken stop) => Online
            ? _checker.CheckOnlineAsync(client, definition, path, stop)
            : Task.FromResult(_checker.Check(definition, path));

    private void Write(CheckResult result)
    {
        if (As == AsObject) WriteObject(result.Findings, enumerateCollection: true);
        else _results.Add(result);
    }
}
