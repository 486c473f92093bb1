using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Client.Requests;
using BatchFlows.Errors;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Directories;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Commands;

/// <summary>Lists flows, or gets whole flows.</summary>
/// <remarks>
/// <para>Without -FlowId it lists the flows of the organisation, of directories (-Path) or of the user (-Mine). Lists
/// contain little more than ID and name; -Detailed and -Owner retrieve whole flows, one call per flow.</para>
/// <para>NextRun of a whole flow is computed from its schedule, in the server's zone and by this machine's clock. The
/// zone is requested once in a session. Get-BatchFlowSchedule lists more times, by the server's clock.</para>
/// </remarks>
/// <example>
/// Lists flows by name.
/// <code>Get-BatchFlow etl_*, bill_*</code>
/// </example>
/// <example>
/// Gets whole flows by ID.
/// <code>Get-BatchFlow 3001, 3002 | Format-List</code>
/// </example>
/// <example>
/// Finds the active flows of an owner.
/// <code>Get-BatchFlow -Owner anna.keller | Where-Object IsActive</code>
/// </example>
/// <example>
/// Lists the flows that run next.
/// <code>Get-BatchFlow -Detailed | Where-Object NextRun | Sort-Object NextRun | Select-Object -First 10</code>
/// </example>
/// <example>
/// Lists the flows of a directory and of all below.
/// <code>Get-BatchFlow -Path energy -Recurse</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "BatchFlow", DefaultParameterSetName = OfOrganization, SupportsPaging = true,
    HelpUri = HelpPage.Folder + "Get-BatchFlow.md")]
[OutputType(typeof(FlowSummary), typeof(Flow))]
public sealed partial class GetBatchFlowCommand : ServiceCommand
{
    private const string OfOrganization = "Organization";
    private const string OfUser = "Mine";
    private const string OfPath = "Path";
    private const string OfDirectory = "Directory";

    private readonly DirectoryTrees _trees = new();
    private readonly List<NameFilter> _searched = [];
    private NameFilter _names = null!;
    private NameFilter _owners = null!;
    private Paging _paging = null!;
    private bool _isWhole = true;

    private Sorter? Sorter => SortBy is null ? null : Sorter.By(SortBy, Descending);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _names = new NameFilter(Name);
        _searched.Add(_names);
        _owners = new NameFilter(Owner);
        _paging = new Paging(PagingParameters);
        if (Descending && SortBy is null)
            Refuse("-Descending turns the order of -SortBy. Specify -SortBy CreateTime, UpdateTime or StartTime.");
        _paging.WriteCount(this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (FlowId.Length > 0) WriteFlows();
        foreach (var path in Path) WriteAt(path);
        foreach (var id in DirectoryId)
            WriteList(id, client => FlowSearch.OfDirectory(client, _trees, tree => [tree.WithId(id)], Recurse));
        if (Mine) WriteList(Name, client => FlowSearch.OfUser(client, CommonPartOf(_names)));
        else if (ParameterSetName == OfOrganization && FlowId.Length == 0 && !RefuseInput())
            WriteNamed(Name, _names);
        else if (ParameterSetName == OfDirectory && DirectoryId.Length == 0 && !RefuseInput()) WriteAt("/");
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!_isWhole) return; // a list that could not be read may have them
        foreach (var names in _searched)
        {
            foreach (var name in names.Unseen) WriteError(ErrorRecords.FlowNotFound(name, names.Others));
        }
    }

    /// <summary>Text that the service can search for: part of the wanted names.</summary>
    private static string? CommonPartOf(NameFilter names) => names.Literals.Count == 1 ? names.Literals[0] : null;

    private void WriteFlows()
    {
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Name)))
            Refuse("-FlowId and -Name both say which flows are wanted. Specify one of them.", Name);
        foreach (var flow in FlowId.Where(flow => !flow.IsByName && IsNext()))
            Enqueue(flow, ReadAsync, WriteWhole);
        string[] named = [.. FlowId.Where(flow => flow.IsByName).Select(flow => flow.Name!)];
        if (named.Length == 0) return;
        Work.WriteAll(); // lists are written at once
        _searched.Add(new NameFilter(named));
        WriteNamed(named, _searched.Last());
    }

    private void WriteNamed(string[] target, NameFilter names) =>
        WriteList(target, client => FlowSearch.OfOrganization(client, CommonPartOf(names), Sorter), names);

    private void WriteAt(string path) => WriteList(
        path, client => FlowSearch.OfDirectory(client, _trees, tree => PathPattern.Find(tree, path), Recurse));

    private void WriteList(object target, Func<FlowClient, FlowSearch> list, NameFilter? names = null)
    {
        names ??= _names;
        var item = ItemOf(target);
        try
        {
            var search = list(item.Client);
            while (!_paging.IsFull && PipelineThread.Wait(search.NextAsync(PipelineThread.Stopping)) is { } page)
            {
                foreach (var flow in page.Where(flow => names.IsMatch(flow.FlowName) && IsNext())) Write(flow);
            }
            _isWhole &= !_paging.IsFull;
            if (search.IsIncomplete) WriteWarning("The service repeats a page: the list may be incomplete.");
        }
        catch (FlowException e)
        {
            _isWhole = false;
            WriteFailure(item, e);
        }
    }

    private void Write(FlowSummary flow)
    {
        if (flow.FlowId is { } id && (Detailed || Owner.Length > 0))
            Enqueue(id, (client, stop) => ReadAsync(client, id, stop), WriteWhole);
        else WriteObject(Mine ? OwnFlow.Of(flow) : flow);
    }
}
