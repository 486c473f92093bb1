using System;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Directories;

namespace BatchFlows.Commands;

/// <summary>Creates directories.</summary>
/// <remarks>
/// Missing parents are created too. A directory that exists is an error, unless -Force is specified, which returns it.
/// </remarks>
/// <example>
/// Creates a directory and its missing parents.
/// <code>New-BatchFlowDirectory archive/2026/q1</code>
/// </example>
/// <example>
/// Makes sure that a directory exists, in a script that runs every day.
/// <code>New-BatchFlowDirectory archive -Force</code>
/// </example>
/// <example>
/// Creates a directory of the same name in several.
/// <code>Get-BatchFlowDirectory energy/* | New-BatchFlowDirectory -Name old</code>
/// </example>
[Cmdlet(
    VerbsCommon.New, "BatchFlowDirectory", DefaultParameterSetName = ByPath, SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "New-BatchFlowDirectory.md")]
[OutputType(typeof(FlowDirectory))]
public sealed class NewBatchFlowDirectoryCommand : ServiceCommand
{
    private const string ByPath = "Path";
    private const string ById = "Id";

    private readonly ConcurrentDictionary<FlowConnection, DirectoryMaker> _makers = new();

    /// <summary>Paths relative to the organisation's root, such as energy/meters/2026.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ByPath, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "Paths relative to the organisation's root, such as energy/meters/2026.")]
    [TextTransformation]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DirectoryPathCompleter))]
    public string[] Path { get; set; } = null!;

    /// <summary>IDs of the directories in which to create one, or objects that carry a DirectoryId.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = ById, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs of the directories in which to create one, or objects that carry a DirectoryId.")]
    [KeyTransformation("DirectoryId")]
    [ArgumentCompleter(typeof(DirectoryIdCompleter))]
    public string[] DirectoryId { get; set; } = null!;

    /// <summary>Name of the new directory in each of them.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = ById, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Name of the new directory in each of them.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Name { get; set; } = null!;

    /// <summary>
    /// Makes changes without asking, also through a protected connection. Returns a directory that exists as if it were
    /// new; without -Force it is an error.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool MakesChanges => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByPath)
        {
            foreach (var path in Path) Make(path, path, (maker, stop) => maker.MakeAsync(path, stop));
            return;
        }

        var name = Name;
        foreach (var id in DirectoryId) Make(id, $"{name} in {id}", (maker, stop) => maker.MakeInAsync(id, name, stop));
    }

    private void Make(string target, string what, Func<DirectoryMaker, CancellationToken, Task<FlowDirectory>> make)
    {
        if (Confirmation.Ask(ItemOf(target), $"Directory {what}", "Create", Force) is { } item)
            Work.Add(item, (client, stop) => make(MakerFor(client), stop), WriteObject);
    }

    private DirectoryMaker MakerFor(FlowClient client) =>
        _makers.GetOrAdd(client.Connection, _ => new DirectoryMaker(client, Force));
}
