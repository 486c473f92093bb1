using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Analysis.Backups;
using BatchFlows.Binding;
using BatchFlows.Completion;
using BatchFlows.Completion.Local;
using BatchFlows.Connections;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Backups;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Commands;

/// <summary>Creates flows of one organisation in another, as they are.</summary>
/// <remarks>
/// <para>It does what Backup-BatchFlow and Restore-BatchFlow do, without files: directories that are missing are
/// created, upstream flows come first, links go by name, and schedules are started when all flows are there, and only
/// those that are active in the source.</para>
/// <para>Existing flows are never replaced. A flow that exists with the same definition counts as copied, so after an
/// interruption the same command does what is left. To copy a flow within its organisation, use Import-BatchFlow
/// -Name.</para>
/// </remarks>
/// <example>
/// Copies the flows of a directory, and leaves their schedules paused.
/// <code>Get-BatchFlow -Path energy -Recurse | Copy-BatchFlow -To prod -Paused</code>
/// </example>
/// <example>
/// Shows each step of copying all flows.
/// <code>Copy-BatchFlow -Name * -Connection test -To prod -WhatIf</code>
/// </example>
/// <example>
/// Copies a flow that has another definition in the target, under the next free name.
/// <code>Copy-BatchFlow etl_meter_readings -To prod -IfExists Rename</code>
/// </example>
[Cmdlet(
    VerbsCommon.Copy, "BatchFlow", DefaultParameterSetName = ById, SupportsShouldProcess = true,
    HelpUri = HelpPage.Folder + "Copy-BatchFlow.md")]
[OutputType(typeof(RestoredFlow))]
public sealed class CopyBatchFlowCommand : ServiceCommand
{
    private const string ById = "Id";
    private const string ByName = "Name";

    private readonly List<(Item Item, FlowReference? Flow)> _wanted = [];

    /// <summary>IDs or exact names of the flows, or objects that carry a FlowId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ById, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or exact names of the flows, or objects that carry a FlowId.")]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = [];

    /// <summary>Names of the flows. Accepts wildcards; * is the whole organisation.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = ByName,
        HelpMessage = "Names of the flows. Accepts wildcards; * is the whole organisation.")]
    [PlainText]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FlowNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Connection through which the flows are created, or its name.</summary>
    [Parameter(
        Mandatory = true, Position = 1,
        HelpMessage = "Connection through which the flows are created, or its name.")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    [ConnectionTransformation]
    [ValidateNotNull]
    public ConnectionReference To { get; set; } = null!;

    /// <summary>
    /// What becomes of a flow whose name a flow with another definition has: Fail reports an error, Skip leaves all
    /// existing flows as they are, schedules included, and Rename creates the flow under the next free name, such as
    /// etl_2, to which the links of the other flows then lead. Default: Fail.
    /// </summary>
    [Parameter]
    [PlainText]
    [ChoiceTransformation("Fail", "Skip", "Rename")]
    [ValidateSet("Fail", "Skip", "Rename")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string IfExists { get; set; } = "Fail";

    /// <summary>Leaves all schedules paused.</summary>
    [Parameter]
    public SwitchParameter Paused { get; set; }

    /// <summary>Makes changes without asking, also through a protected connection.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool MakesChanges => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByName) _wanted.Add((ItemOf(Name, "the flows"), null));
        else _wanted.AddRange(FlowId.Select(flow => (ItemOf(flow.Target, flow.ToString()), (FlowReference?)flow)));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // All of them are known before the first is created, so that upstream flows come first.
        var places = _wanted.GroupBy(wanted => wanted.Item.Failure is null ? wanted.Item.Client.Connection : null)
            .SelectMany(Find).ToList();
        // At most as many calls are under way as the command may make at once.
        var reads = places.ConvertAll(
            found => (found.Item, Task: SavedFlow.ReadAsync(found.Item.Client, found.Place, PipelineThread.Stopping)));
        var flows = reads.Select(read => Look(read.Item, read.Task)).OfType<SavedFlow>().ToList();
        new Restoration(this, To, IfExists, Force, Paused).Run(flows);
        base.EndProcessing();
    }

    /// <summary>The flows that are wanted from one organisation, with their directories.</summary>
    private IEnumerable<(Item Item, FlowPlace Place)> Find(IEnumerable<(Item Item, FlowReference? Flow)> wanted)
    {
        var all = wanted.ToList();
        if (Look(all[0].Item, OrganizationFlows.ListAsync) is not { } organization) return [];
        return ParameterSetName == ByName
            ? FindNamed(all[0].Item, organization)
            : all.SelectMany(one => PlacesOf(one.Item, one.Flow!, organization));
    }

    private IEnumerable<(Item Item, FlowPlace Place)> PlacesOf(
        Item item, FlowReference flow, OrganizationFlows organization)
    {
        if ((flow.IsByName ? Look(item, (client, stop) => FindAsync(client, flow, stop))?.FlowId : flow.Id) is { } id)
            yield return (item, organization.Flows.FirstOrDefault(place => place.FlowId == id)
                ?? new FlowPlace(id, flow.Name ?? "", Directory: null));
    }

    private List<(Item Item, FlowPlace Place)> FindNamed(Item item, OrganizationFlows organization)
    {
        var names = new NameFilter(Name);
        var found = organization.Flows.Where(place => names.IsMatch(place.FlowName)).ToList();
        foreach (var name in names.Unseen) RequireFlow(name);
        return found.ConvertAll(place => (ItemOf(place.FlowId, place.FlowName), place));
    }
}
