using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Client;
using BatchFlows.Client.Requests;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Backups;
using BatchFlows.Procedures.Directories;
using BatchFlows.Procedures.Flows;
using BatchFlows.Secrets;

namespace BatchFlows.Commands;

/// <summary>Creates flows from definitions.</summary>
/// <remarks>
/// <para>Definitions are objects of Export-BatchFlow, files that it wrote, or their paths. Existing flows are never
/// replaced, and names must be unique. The result has the ID that the service gave, and says whether the schedule is
/// active; use Enable-BatchFlow or Disable-BatchFlow to change it. A warning tells when the ID is not the requested
/// one, or the schedule is not as it was in the backup.</para>
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
[OutputType(typeof(Flow))]
public sealed partial class ImportBatchFlowCommand : ServiceCommand
{
    private const string FromObjects = "Objects";
    private const string FromPath = "Path";
    private const string FromLiteralPath = "LiteralPath";

    private readonly DirectoryTrees _trees = new();
    private Action? _importNamed;

    private BackupPlaces Backups => field ??= new BackupPlaces();

    private protected override bool MakesChanges => true;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Directory is not null && DirectoryId is not null)
            Refuse("-Directory and -DirectoryId both name the target directory. Specify one of them.", Directory);
        if (Directory is null && DirectoryId is null && ParameterSetName == FromObjects)
            Refuse("Specify the target directory with -Directory or -DirectoryId.", Directory);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var flows = ParameterSetName == FromObjects
            ? InputObject.Where(IsDefinition)
                .Select(flow => (Given: (object)flow, Flow: new SavedFlow("", flow, [], flow.FlowId, IsActive: null)))
                .ToList()
            : Files().SelectMany(Read).ToList();
        foreach (var (given, flow) in flows)
        {
            var item = ItemOf(given);
            if (Name is null) Import(item, flow);
            else if (_importNamed is null) _importNamed = () => Import(item, flow);
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

    private void Import(Item given, SavedFlow flow)
    {
        if (Look(given, () => new SecretTable(Secret).Fill(flow.Definition)) is not { } definition) return;
        var wishedId = KeepFlowId ? flow.FlowId : null;
        var name = Name ?? flow.Name;
        var directory = Directory ?? flow.DirectoryPath;
        var action = $"Import into directory '{DirectoryId?[0] ?? directory}'";
        if (Confirmation.Ask(given, $"Flow '{name}'", action, Force) is { } item)
            Work.Add(item, ImportAsync, Write);

        async Task<(long Id, Flow? Flow)> ImportAsync(FlowClient client, CancellationToken cancellationToken)
        {
            var directoryId = DirectoryId?[0]
                ?? (await _trees.GetAsync(client, cancellationToken).ConfigureAwait(false))
                    .AtPath(directory).DirectoryId!;
            var import = new FlowImport(name, directoryId, definition) { FlowId = wishedId, Description = Description };
            try
            {
                var id = await client.ImportFlowAsync(import, cancellationToken).ConfigureAwait(false);
                return (id, await ReadAfterAsync(
                    $"Flow '{name}' was imported as {id}", () => client.GetFlowAsync(id, cancellationToken))
                        .ConfigureAwait(false));
            }
            catch (FlowServiceException e) when (e.Kind == FailureKind.RequestInvalid)
            {
                throw await TakenName.ExplainAsync(client, e, name, cancellationToken).ConfigureAwait(false);
            }
        }

        void Write((long Id, Flow? Flow) imported)
        {
            if (wishedId is not null && imported.Id != wishedId)
                WriteWarning($"Flow '{name}' could not keep the ID {wishedId}; it has {imported.Id}.");
            if (flow.IsActive is { } wasActive && imported.Flow?.IsActive is { } isActive && wasActive != isActive)
                WriteWarning(
                    $"The schedule of flow {imported.Id} '{name}' is {(isActive ? "active" : "paused")}, and in the "
                        + $"backup it was not. {(isActive ? "Pause it: Disable" : "Start it: Enable")}-BatchFlow "
                        + $"{imported.Id}");
            WriteObject(
                imported.Flow?.WithNextRun() ?? new FlowSummary(imported.Id, name, given.Client.Connection.Name));
        }
    }
}
