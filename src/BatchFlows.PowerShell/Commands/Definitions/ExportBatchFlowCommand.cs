using System;
using System.IO;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Connections;
using BatchFlows.Errors;
using BatchFlows.Files;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Files;
using BatchFlows.Secrets;

namespace BatchFlows.Commands;

/// <summary>Exports flows to objects or files.</summary>
/// <remarks>
/// The definition contains everything that the service returns: settings, tasks, relations and links. Without -Path it
/// is an object, whose parts Get-BatchFlowTask, Get-BatchFlowRelation and Get-BatchFlowLink list without another call.
/// With -Path it is written as JSON, one file per flow, whole or not at all. The directory of a flow and whether its
/// schedule is active are not part of it. The same definition always gives the same bytes, without IDs, so that
/// version control shows what changed; about_BatchFlow_Files describes the form. Flows of the same name get different
/// files: the first one is named after the flow, the others after the flow and its ID.
/// </remarks>
/// <example>
/// Shows the whole configuration of a flow.
/// <code>Export-BatchFlow 3001 | Format-List</code>
/// </example>
/// <example>
/// Saves a flow in one file.
/// <code>Export-BatchFlow 3001 -Path etl_meter_readings.json</code>
/// </example>
/// <example>
/// Saves all flows for version control, with the scripts as files, and replaces the files of last night.
/// <code>Get-BatchFlow | Export-BatchFlow -Path ./flows -SplitCommand -Force</code>
/// </example>
/// <example>
/// Counts the tasks of each type.
/// <code>Get-BatchFlow | Export-BatchFlow | Get-BatchFlowTask | Group-Object Type</code>
/// </example>
[Cmdlet(
    VerbsData.Export, "BatchFlow", DefaultParameterSetName = ToPipeline, SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "Export-BatchFlow.md")]
[OutputType(typeof(FlowDefinition), ParameterSetName = [ToPipeline])]
[OutputType(typeof(FileInfo), ParameterSetName = [ToFiles])]
public sealed partial class ExportBatchFlowCommand : ServiceCommand
{
    private const string ToPipeline = "Pipeline";
    private const string ToFiles = "Files";

    private ExportTarget? _target;
    private Action? _exportOnly;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Raw && SplitCommand)
            Refuse("-Raw writes what the service returned, which has no command in a file of its own.", SplitCommand);
        if (Raw && Secrets.SecretHandling.Masks(SecretHandling))
            Refuse("-Raw writes what the service returned, with all secrets that are in it.", SecretHandling);
        if (ParameterSetName == ToFiles) _target = ExportTarget.At(Resolve(Path), Path, Raw, SplitCommand);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var flow in FlowId)
        {
            if (_target is null) Enqueue(flow, (client, id, stop) => client.ExportFlowAsync(id, stop), WriteObject);
            else if (_target.IsFolder) Export(flow, _target);
            else if (_exportOnly is not null)
                ThrowTerminatingError(ErrorRecords.From(FilePath.NotForMany(Path), Path));
            else _exportOnly = Exporting(flow, _target, Connection);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // The one file is written when it is sure that there is no second flow for it.
        _exportOnly?.Invoke();
        base.EndProcessing();
    }

    private Action Exporting(FlowReference flow, ExportTarget target, ConnectionReference? connection) => () =>
    {
        Connection = connection;
        Export(flow, target);
    };

    private void Export(FlowReference flow, ExportTarget target)
    {
        var secrets = new SecretHandling(this, SecretHandling);
        if (ShouldProcess($"Flow {flow}", $"Export to '{target}'"))
            Enqueue(
                flow,
                async (client, id, stop) =>
                    target.Write(
                        secrets.Apply(await client.ExportFlowAsync(id, stop).ConfigureAwait(false)), Force, stop),
                path => WriteFile(flow.Target, path));
    }

    /// <summary>As Get-Item returns it, so that the commands for files accept it from the pipeline.</summary>
    private void WriteFile(object target, string path)
    {
        try
        {
            WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true);
        }
        catch (ItemNotFoundException e)
        {
            WriteFailure(ItemOf(target), new FileNotWrittenException(path, "it was removed after it was written", e));
        }
    }
}
