using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Analysis.Reports;
using BatchFlows.Binding;
using BatchFlows.Connections;
using BatchFlows.Errors;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Files;
using BatchFlows.Rendering.Organization;

namespace BatchFlows.Commands;

/// <summary>Writes a report on the flows of an organisation: failed, missed and coming runs.</summary>
/// <remarks>
/// <para>The report shows the last night at a glance, failed runs with their causes, missed and late runs, the health
/// of each flow in the last week, the starts of the coming week with collisions and quiet windows, the dependencies
/// between flows, and the findings of the checks. It ends with what was left out, and why. It covers all flows, or
/// those of -FlowId and the pipeline; then, flows that wait for the reported ones are not shown.</para>
/// <para>HTML is a single file without scripts, and it loads no other file. Markdown is for a chat or a pull request:
/// long tables end early. A report contains lines of logs, which may contain secrets, but no commands or parameters.
/// </para>
/// <para>The command lists the runs once, reads each flow, and exports each flow that the backup does not have. With
/// -FlowId, it lists the runs of these flows and of those that they wait for as a whole, and exports those that they
/// link to. Tasks and logs are read only for the last failed run of the 20 flows that failed last. If something cannot
/// be read, there is an error, and the report is written without it.</para>
/// </remarks>
/// <example>
/// Writes the report of the last night as a page for the browser.
/// <code>New-BatchFlowReport -Path night.html</code>
/// </example>
/// <example>
/// Gets the report as Markdown, for a message in a chat.
/// <code>New-BatchFlowReport -As Markdown -Last 12h | Set-Content night.md</code>
/// </example>
/// <example>
/// Writes the report of a week on the flows of an owner.
/// <code>Get-BatchFlow -Owner anna.keller | New-BatchFlowReport -Path anna.html -Last 7d</code>
/// </example>
/// <example>
/// Reads the definitions from a backup, and replaces the report of the day before.
/// <code>New-BatchFlowReport -Path night.html -Backup ./flows -Force</code>
/// </example>
[Cmdlet(
    VerbsCommon.New, "BatchFlowReport", SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "New-BatchFlowReport.md")]
[OutputType(typeof(string))]
[OutputType(typeof(FileInfo))]
public sealed partial class NewBatchFlowReportCommand : ServiceCommand
{
    private const string AsHtml = "Html";
    private const string AsMarkdown = "Markdown";

    private static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(24);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private readonly List<(ConnectionReference? Connection, FlowReference Flow)> _flows = [];
    private readonly HashSet<(string?, object)> _seen = [];
    private string? _file;
    private bool _takesAll;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Last <= TimeSpan.Zero || Last > Longest)
            Refuse("-Last must be longer than zero and at most 366 days. Specify it such as 24h.", Last);
        if (Path is not null) _file = Resolve(Path);
        if (_file is not null && Directory.Exists(_file))
            Refuse($"'{Path}' is a folder. Specify a file such as night.html.", Path);
        As ??= _file?.EndsWith(".md", StringComparison.OrdinalIgnoreCase) == true ? AsMarkdown : AsHtml;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var flow in FlowId ?? [])
        {
            // Runs carry the ID of one flow many times.
            if (_seen.Add((Connection?.Name, flow.Target))) _flows.Add((Connection, flow));
        }

        _takesAll |= FlowId is null && !RefuseInput();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var connections = _flows.Select(flow => flow.Connection?.Name).Distinct().ToArray();
        if (connections.Length > 1)
        {
            var names = string.Join(", ", connections.Select(name => name ?? "the default connection"));
            Refuse(
                $"The flows belong to several connections: {names}. A report covers one: specify -Connection, or write "
                    + "a report for each connection.",
                connections);
        }

        if (_flows.Count > 0) Connection = _flows[0].Connection;
        var isAsked = _takesAll || _flows.Count > 0;
        var scope = _takesAll ? "the organisation"
            : _flows.Count == 1 ? $"flow {_flows[0].Flow}" : $"{_flows.Count} flows";
        if (isAsked && (_file is null || ShouldProcess(scope, $"Write a report to '{Path}'"))) Write();
        base.EndProcessing();
    }

    private void Write()
    {
        var reading = new ReportReading(this, PipelineThread.Stopping);
        if (reading.Read(
            Last ?? DefaultWindow, Backup is null ? null : Resolve(Backup), [.. _flows.Select(flow => flow.Flow)])
            is not { } facts) return;
        var report = OrganizationReport.Of(facts);
        var text = As == AsMarkdown ? ReportMarkdown.Of(report) : ReportPage.Of(report);
        if (_file is null) WriteObject(text);
        else WriteFile(_file, text);
    }

    private void WriteFile(string file, string text)
    {
        try
        {
            TextTarget.At(file, file).Write(file, text, Force, PipelineThread.Stopping);
            WriteObject(InvokeProvider.Item.Get([file], force: true, literalPath: true), enumerateCollection: true);
        }
        catch (FlowException e)
        {
            WriteError(ErrorRecords.From(e, file));
        }
        catch (ItemNotFoundException e)
        {
            WriteError(ErrorRecords.From(
                new FileNotWrittenException(file, "it was removed after it was written", e), file));
        }
    }
}
