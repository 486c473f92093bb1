using System.Collections;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;

namespace BatchFlows.Commands;

/// <content>Its parameters.</content>
public sealed partial class ImportBatchFlowCommand
{
    /// <summary>
    /// Definitions of flows, as Export-BatchFlow returns them. An object of another type is refused, and the error
    /// names its type.
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = FromObjects, ValueFromPipeline = true,
        HelpMessage = "Definitions of flows, as Export-BatchFlow returns them.")]
    [DefinitionTransformation]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public FlowDefinition[] InputObject { get; set; } = null!;

    /// <summary>
    /// Files with definitions, as paths or as files of Get-ChildItem. Accepts wildcards. A file that has exactly this
    /// name is imported even if the name contains wildcards. A file of more than 64 MB is refused.
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = FromPath, ValueFromPipeline = true,
        HelpMessage = "Files with definitions, as paths or as files of Get-ChildItem.")]
    [FilePathTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = null!;

    /// <summary>Files with definitions, named as they are.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = FromLiteralPath, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Files with definitions, named as they are.")]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = null!;

    /// <summary>
    /// Target directory, relative to the organisation's root, such as a/b/c. / is the root. Default for a file in a
    /// backup of Backup-BatchFlow: the flow's directory in it.
    /// </summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DirectoryPathCompleter))]
    public string? Directory { get; set; }

    /// <summary>ID of the target directory, or an object that carries a DirectoryId, in place of -Directory.</summary>
    [Parameter]
    [KeyTransformation(nameof(DirectoryId))]
    [ValidateCount(1, 1)]
    [ArgumentCompleter(typeof(DirectoryIdCompleter))]
    public string[]? DirectoryId { get; set; }

    /// <summary>Name of the new flow, for a single flow. Default: the name in its definition.</summary>
    [Parameter]
    [PlainText]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>Description of the new flows. Default: that of their definitions.</summary>
    [Parameter]
    [PlainText]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Description { get; set; }

    /// <summary>
    /// The secrets for placeholders in files, by their names: SecureStrings, such as Get-Secret returns, what
    /// Get-SecretInfo returns, credentials or texts. A flow with a placeholder that is not filled is not created.
    /// </summary>
    [Parameter]
    [TableTransformation]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public IDictionary? Secret { get; set; }

    /// <summary>
    /// Requests the same ID again: that of the exported flow, or that in its backup, or that with which the name of its
    /// file begins, as the names of Export-BatchFlow -Raw do. If the ID is taken, the service creates a new one.
    /// </summary>
    [Parameter]
    public SwitchParameter KeepFlowId { get; set; }

    /// <summary>Makes changes without asking, also through a protected connection.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
