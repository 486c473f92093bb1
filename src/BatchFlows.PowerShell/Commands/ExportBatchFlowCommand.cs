using System.IO;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Errors;
using BatchFlows.Files;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>Exports the whole configuration of flows: as objects, or as JSON files with -Path.</summary>
[Cmdlet(VerbsData.Export, "BatchFlow", DefaultParameterSetName = ToPipeline, SupportsShouldProcess = true)]
[OutputType(typeof(FlowDefinition), ParameterSetName = [ToPipeline])]
[OutputType(typeof(FileInfo), ParameterSetName = [ToFiles])]
public sealed class ExportBatchFlowCommand : BulkCommand
{
    private const string ToPipeline = "Pipeline";
    private const string ToFiles = "Files";

    private ExportTarget? _target;
    private int _begun;

    /// <summary>IDs of the flows, or objects that carry a FlowId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [FlowIdTransformation]
    public long[] FlowId { get; set; } = null!;

    /// <summary>
    /// Writes JSON files in place of objects. An existing folder, a path that ends with a separator or a name without extension is
    /// a folder, which gets a file for each flow; anything else is the one file.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ToFiles)]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>Replaces files that exist.</summary>
    [Parameter(ParameterSetName = ToFiles)]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (ParameterSetName != ToFiles) return;
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out var provider, out _);
        if (provider.Name != "FileSystem") ThrowTerminatingError(ErrorRecords.InvalidPath(Path, $"it belongs to {provider.Name}, not to the file system"));
        _target = ExportTarget.At(path, Path);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var client = Client();
        foreach (var id in FlowId)
        {
            if (_target is null) Enqueue(id, stop => client.ExportFlowAsync(id, stop), WriteObject);
            else if (ShouldProcess($"Flow {id}", $"Export to '{_target}'")) EnqueueFile(client, _target, id);
        }
    }

    private void EnqueueFile(FlowClient client, ExportTarget to, long id)
    {
        if (!to.IsFolder && _begun++ > 0)
        {
            WriteAll();
            ThrowTerminatingError(ErrorRecords.InvalidPath(Path, "it names one file, and there is more than one flow. Name a folder"));
        }

        Enqueue(id, stop => ExportAsync(client, to, id, stop), WriteObject);
    }

    private async Task<FileInfo> ExportAsync(FlowClient client, ExportTarget to, long id, CancellationToken cancellationToken)
    {
        var flow = await client.ExportFlowAsync(id, cancellationToken).ConfigureAwait(false);
        return to.Write(flow, Force, cancellationToken);
    }
}
