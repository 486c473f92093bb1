using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Client;
using BatchFlows.Client.Requests;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Directories;
using BatchFlows.Procedures.Flows;
using BatchFlows.Secrets;

namespace BatchFlows.Commands;

/// <summary>Creates flows from definitions.</summary>
/// <remarks>
/// <para>Definitions are objects of Export-BatchFlow, files that it wrote, or their paths. Existing flows are never
/// replaced, and names must be unique. Check afterwards whether the schedule is active; use Enable-BatchFlow or
/// Disable-BatchFlow to change it.</para>
/// <para>Files are read in the form of Export-BatchFlow and in that of Export-BatchFlow -Raw, which is also that of
/// version 0.1. A command in a file of its own must be in the folder of the definition or below.</para>
/// <para>A JSON object is a definition if it has the field name and either the list tasks, or no field but the
/// documented ones. If a file is an answer of the service, the definition in it is used. Anything else is refused, even
/// with -Name, and so is a definition in which ConvertTo-Json truncated values.</para>
/// </remarks>
/// <example>
/// Copies a flow into another directory, under another name.
/// <code>Export-BatchFlow 3001 | Import-BatchFlow -Directory archive -Name etl_copy</code>
/// </example>
/// <example>
/// Restores a deleted flow from its file.
/// <code>
/// Export-BatchFlow 3006 -Path ./backup/
/// Remove-BatchFlow 3006
/// Import-BatchFlow ./backup/migrate_legacy_tariffs.flow.json -Directory billing
/// </code>
/// </example>
/// <example>
/// Shows what would be imported.
/// <code>Export-BatchFlow 3001, 3003 | Import-BatchFlow -Directory archive -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsData.Import, "BatchFlow", DefaultParameterSetName = FromObjects, SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "Import-BatchFlow.md")]
[OutputType(typeof(FlowSummary))]
public sealed partial class ImportBatchFlowCommand : ServiceCommand
{
    private const string FromObjects = "Objects";
    private const string FromPath = "Path";
    private const string FromLiteralPath = "LiteralPath";

    private readonly DirectoryTrees _trees = new();
    private Action? _importNamed;

    private protected override bool MakesChanges => true;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Directory is null == DirectoryId is null)
            Refuse("Specify the target directory with -Directory or -DirectoryId.", Directory);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var flows = ParameterSetName == FromObjects
            ? InputObject.Where(IsDefinition).Select(flow => (Given: (object)flow, Definition: flow, Id: flow.FlowId))
                .ToList()
            : Files().SelectMany(Read).ToList();
        foreach (var flow in flows)
        {
            var item = ItemOf(flow.Given);
            if (Name is null) Import(item, flow.Definition, flow.Id);
            else if (_importNamed is null) _importNamed = () => Import(item, flow.Definition, flow.Id);
            else Refuse("-Name names one flow, and there is more than one, so nothing was imported.", Name);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // The one that gets the name is imported when it is sure that there is no second one for it.
        _importNamed?.Invoke();
        base.EndProcessing();
    }

    /// <summary>False, with an error, for an object that a script made from text that is not a definition.</summary>
    private bool IsDefinition(FlowDefinition flow)
    {
        if (flow.FlowId is not null || CanonicalFlow.ProblemOf(flow) is not { } problem) return true;
        WriteFailure(ItemOf(flow), new FlowException(
            FailureKind.RequestInvalid, $"The object is not a definition of a flow: {problem}.",
            remedy: "Export-BatchFlow returns definitions, and Import-BatchFlow -Path reads files."));
        return false;
    }

    private void Import(Item given, FlowDefinition definition, long? id)
    {
        if (Look(given, () => new SecretTable(Secret).Fill(definition)) is not { } whole) return;
        var wishedId = KeepFlowId ? id : null;
        var name = Name ?? definition.FlowName ?? "";
        var action = $"Import into directory '{Directory ?? DirectoryId![0]}'";
        if (Confirmation.Ask(given, $"Flow '{name}'", action, Force) is { } item)
            Work.Add(item, ImportAsync, Write);

        async Task<FlowSummary> ImportAsync(FlowClient client, CancellationToken cancellationToken)
        {
            var directoryId = DirectoryId?[0]
                ?? (await _trees.GetAsync(client, cancellationToken).ConfigureAwait(false))
                    .AtPath(Directory!).DirectoryId!;
            var import = new FlowImport(name, directoryId, whole) { FlowId = wishedId, Description = Description };
            try
            {
                return new FlowSummary(
                    await client.ImportFlowAsync(import, cancellationToken).ConfigureAwait(false), name,
                    client.Connection.Name);
            }
            catch (FlowServiceException e) when (e.Kind == FailureKind.RequestInvalid)
            {
                throw await TakenName.ExplainAsync(client, e, name, cancellationToken).ConfigureAwait(false);
            }
        }

        void Write(FlowSummary flow)
        {
            if (wishedId is not null && flow.FlowId != wishedId)
                WriteVerbose($"Flow '{name}' could not keep the ID {wishedId}; it has {flow.FlowId}.");
            WriteObject(flow);
        }
    }
}
