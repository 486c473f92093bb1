using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class ExportBatchFlowCommand
{
    /// <summary>IDs or exact names of the flows, or objects that carry a FlowId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or exact names of the flows, or objects that carry a FlowId.")]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = null!;

    /// <summary>
    /// Folder or file to write as JSON, in place of objects. An existing folder, a path that ends with a separator, or
    /// a name without extension is a folder, which gets one file per flow; any other path is the one file.
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = ToFiles,
        HelpMessage = "Folder or file to write as JSON, in place of objects.")]
    [PlainText]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>Replaces files that exist. A link is replaced by the file, and its target stays as it is.</summary>
    [Parameter(ParameterSetName = ToFiles)]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Writes each definition as the service returned it, into a file named by ID and name, such as 3001-etl.json.
    /// </summary>
    [Parameter(ParameterSetName = ToFiles)]
    public SwitchParameter Raw { get; set; }

    /// <summary>
    /// Writes each command that is longer than 120 characters or has several lines into a file of its own: as .sh, .py
    /// or .sql by the task's type, in a folder named after the flow's file.
    /// </summary>
    [Parameter(ParameterSetName = ToFiles)]
    public SwitchParameter SplitCommand { get; set; }

    /// <summary>
    /// What becomes of what looks like a secret in commands and parameters: Warn tells task and line, Mask writes a
    /// named placeholder, which Import-BatchFlow fills by -Secret, and Ignore says nothing.
    /// </summary>
    [Parameter(ParameterSetName = ToFiles)]
    [PlainText]
    [ChoiceTransformation(Secrets.SecretHandling.Warn, Secrets.SecretHandling.Mask, Secrets.SecretHandling.Ignore)]
    [ValidateSet(Secrets.SecretHandling.Warn, Secrets.SecretHandling.Mask, Secrets.SecretHandling.Ignore)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string SecretHandling { get; set; } = Secrets.SecretHandling.Warn;
}
