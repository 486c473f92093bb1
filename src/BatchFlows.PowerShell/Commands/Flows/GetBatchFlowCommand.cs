using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Errors;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>
/// Lists the flows of the organisation, of the user or of directories, with little more than ID and name; or gets flows whole, by ID or
/// with -Detailed.
/// </summary>
[Cmdlet(VerbsCommon.Get, "BatchFlow", DefaultParameterSetName = OfOrganization)]
[OutputType(typeof(FlowSummary), ParameterSetName = [OfOrganization, OfUser, OfPath, OfDirectory])]
[OutputType(typeof(Flow), ParameterSetName = [ById, OfOrganization, OfUser, OfPath, OfDirectory])]
public sealed class GetBatchFlowCommand : BulkCommand
{
    private const string OfOrganization = "Organization";
    private const string ById = "Id";
    private const string OfUser = "Mine";
    private const string OfPath = "Path";
    private const string OfDirectory = "Directory";
    private const string Root = "/";

    private readonly DirectoryTrees _trees = new();
    private NameFilter _names = null!;
    private NameFilter _owners = null!;
    private bool _isWhole = true;

    /// <summary>IDs of the flows, or objects that carry a FlowId.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ById, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [FlowIdTransformation]
    public long[] FlowId { get; set; } = [];

    /// <summary>Names of the flows; wildcards are allowed. A name without wildcards that no flow has is an error.</summary>
    [Parameter(Position = 0, ParameterSetName = OfOrganization)]
    [Parameter(Position = 0, ParameterSetName = OfUser)]
    [Parameter(Position = 0, ParameterSetName = OfPath)]
    [Parameter(Position = 0, ParameterSetName = OfDirectory)]
    [Alias("FlowName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Lists only what the user of the connection has to do with.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfUser)]
    public SwitchParameter Mine { get; set; }

    /// <summary>Directories whose flows are wanted, such as a/b/c from below the organisation's root; / is the root.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfPath)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    // Not mandatory: the engine would decide for -FlowId, which takes objects themselves, before it has seen any.

    /// <summary>IDs of directories whose flows are wanted, or objects that carry a DirectoryId; the root when not given.</summary>
    [Parameter(ParameterSetName = OfDirectory, ValueFromPipelineByPropertyName = true)]
    [KeyTransformation(nameof(DirectoryId))]
    public string[] DirectoryId { get; set; } = [];

    /// <summary>Takes the flows of all directories below, too.</summary>
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfDirectory)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>User names, of which one must own the flow; wildcards are allowed. Gets each flow whole, as lists do not tell owners.</summary>
    [Parameter(ParameterSetName = OfOrganization)]
    [Parameter(ParameterSetName = OfUser)]
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfDirectory)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Owner { get; set; } = [];

    /// <summary>Gets each flow of a list whole, with a call for each.</summary>
    [Parameter(ParameterSetName = OfOrganization)]
    [Parameter(ParameterSetName = OfUser)]
    [Parameter(ParameterSetName = OfPath)]
    [Parameter(ParameterSetName = OfDirectory)]
    public SwitchParameter Detailed { get; set; }

    /// <summary>By what the service sorts the list; in its own order when not given.</summary>
    [Parameter(ParameterSetName = OfOrganization)]
    [ValidateSet("CreateTime", "UpdateTime", "StartTime")]
    public string? SortBy { get; set; }

    /// <summary>Sorts the latest first.</summary>
    [Parameter(ParameterSetName = OfOrganization)]
    public SwitchParameter Descending { get; set; }

    /// <summary>What the service may look for: part of the names that are wanted.</summary>
    private string? CommonPart => Name.Length == 1 ? _names.Literals[0] : null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _names = new NameFilter(Name);
        _owners = new NameFilter(Owner);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in FlowId) Enqueue(id, (client, stop) => client.GetFlowAsync(id, stop), WriteObject);
        foreach (var path in Path) WriteAt(path);
        foreach (var id in DirectoryId) WriteList(id, client => InDirectory(client, tree => tree.WithId(id)));
        if (Mine) WriteList(Name, client => PipelineThread.Wait(client.GetMyFlowsAsync(CommonPart, PipelineThread.Stopping)));
        else if (ParameterSetName == OfOrganization && !RefuseInput()) WriteList(Name, Search);
        else if (ParameterSetName == OfDirectory && DirectoryId.Length == 0 && !RefuseInput()) WriteAt(Root);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!_isWhole) return; // what was not looked at may have them
        foreach (var name in _names.Unseen) WriteError(ErrorRecords.FlowNotFound(name));
    }

    private void WriteAt(string path) => WriteList(path, client => InDirectory(client, tree => tree.AtPath(path)));

    private void WriteList(object target, Func<FlowClient, IEnumerable<FlowSummary>> list)
    {
        try
        {
            foreach (var flow in list(Client()).Where(flow => _names.IsMatch(flow.FlowName))) Write(flow);
        }
        catch (Exception e) when (ErrorRecords.IsExpected(e))
        {
            _isWhole = false;
            WriteFailure(e, target, IsConnectionOfItem);
        }
    }

    private IEnumerable<FlowSummary> Search(FlowClient client)
    {
        var sorter = SortBy is null ? null : Sorter.By(SortBy, Descending);
        var pages = new Pages<FlowSummary>((number, stop) => client.SearchFlowsAsync(CommonPart, new Page(number, Sorter: sorter), stop), flow => flow.FlowId);
        while (PipelineThread.Wait(pages.NextAsync(PipelineThread.Stopping)) is { } page)
        {
            foreach (var flow in page) yield return flow;
        }
    }

    private IEnumerable<FlowSummary> InDirectory(FlowClient client, Func<DirectoryTree, FlowDirectory> find)
    {
        var directory = find(PipelineThread.Wait(_trees.GetAsync(client, PipelineThread.Stopping)));
        return (Recurse ? directory.Walk() : [directory]).SelectMany(below => below.Flows);
    }

    private void Write(FlowSummary flow)
    {
        if (flow.FlowId is { } id && (Detailed || Owner.Length > 0)) Enqueue(id, (client, stop) => client.GetFlowAsync(id, stop), WriteOwned);
        else WriteObject(flow);

        void WriteOwned(Flow whole)
        {
            if (Owner.Length == 0 || whole.Owners.Any(_owners.IsMatch)) WriteObject(whole);
        }
    }
}
