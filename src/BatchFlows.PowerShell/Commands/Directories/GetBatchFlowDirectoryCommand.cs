using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Directories;

namespace BatchFlows.Commands;

/// <summary>Lists the directories of the organisation, with the flows in them.</summary>
/// <remarks>Each directory comes before those in it. Without -Path and -DirectoryId all are listed.</remarks>
/// <example>
/// Lists all directories.
/// <code>Get-BatchFlowDirectory</code>
/// </example>
/// <example>
/// Lists the directories right below one.
/// <code>Get-BatchFlowDirectory energy/*</code>
/// </example>
/// <example>
/// Gets the flows of a directory and of all below.
/// <code>Get-BatchFlowDirectory energy -Recurse | Get-BatchFlow</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "BatchFlowDirectory", DefaultParameterSetName = ById,
    HelpUri = HelpPage.Folder + "Get-BatchFlowDirectory.md")]
[OutputType(typeof(FlowDirectory))]
public sealed class GetBatchFlowDirectoryCommand : ServiceCommand
{
    private const string ById = "Id";
    private const string ByPath = "Path";

    private readonly List<(Item Item, string? Path, string? Id)> _wanted = [];
    private readonly DirectoryTrees _trees = new();

    /// <summary>
    /// Paths relative to the organisation's root, such as energy/meters. / is the root. Each name of a path accepts
    /// wildcards, unless a directory has exactly this path.
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ByPath, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "Paths relative to the organisation's root, such as energy/meters.")]
    [TextTransformation]
    [SupportsWildcards]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(DirectoryPathCompleter))]
    public string[] Path { get; set; } = null!;

    /// <summary>IDs of directories, or objects that carry a DirectoryId.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipelineByPropertyName = true)]
    [KeyTransformation("DirectoryId")]
    [ArgumentCompleter(typeof(DirectoryIdCompleter))]
    public string[]? DirectoryId { get; set; }

    /// <summary>Also lists the directories below. Without a path or an ID all are listed anyway.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByPath)
            _wanted.AddRange(Path.Select(path => (ItemOf(path), (string?)path, (string?)null)));
        else if (DirectoryId is not null)
            _wanted.AddRange(DirectoryId.Select(id => (ItemOf(id), (string?)null, (string?)id)));
        else if (!RefuseInput()) _wanted.Add((ItemOf(target: null), null, null));
    }

    /// <summary>
    /// One list is enough for all, and at the end it also contains the directories that earlier commands of the
    /// pipeline have created.
    /// </summary>
    protected override void EndProcessing()
    {
        foreach (var (item, path, id) in _wanted)
        {
            Work.Add(
                item,
                async (client, stop) => Find(await _trees.GetAsync(client, stop).ConfigureAwait(false), path, id),
                found => Write(found, withChildren: Recurse && (path ?? id) is not null));
        }

        base.EndProcessing();
    }

    private void Write(IReadOnlyList<FlowDirectory> found, bool withChildren) =>
        WriteObject(withChildren ? found.SelectMany(directory => directory.Walk()) : found, enumerateCollection: true);

    private static IReadOnlyList<FlowDirectory> Find(DirectoryTree tree, string? path, string? id) =>
        id is not null ? [tree.WithId(id)]
        : path is null ? [.. tree.All]
        : PathPattern.Find(tree, path);
}
