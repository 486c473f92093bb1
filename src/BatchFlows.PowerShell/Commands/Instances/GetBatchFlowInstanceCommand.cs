using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Commands;

/// <summary>Gets runs of flows.</summary>
/// <remarks>
/// <para>Without IDs it lists the runs that were triggered in the last 24 hours by the clock of this machine. -Last
/// specifies another span. -After alone lists up to now, -Before alone the 24 hours before it.</para>
/// <para>Runs of a list have no states of their tasks, so FailedTasks is empty there, and HasTaskStates is false. Pipe
/// them to Get-BatchFlowInstance again to retrieve them whole.</para>
/// </remarks>
/// <example>
/// Lists the runs of the last 24 hours that failed.
/// <code>Get-BatchFlowInstance -Status Fail</code>
/// </example>
/// <example>
/// Lists the runs of one day.
/// <code>Get-BatchFlowInstance -After 2026-03-01 -Before 2026-03-02</code>
/// </example>
/// <example>
/// Counts how runs of some flows ended.
/// <code>Get-BatchFlowInstance -Name etl_*, watch_* | Group-Object Status</code>
/// </example>
/// <example>
/// Gets failed runs whole, with the tasks that failed.
/// <code>Get-BatchFlowInstance -Status Fail | Get-BatchFlowInstance | Format-List</code>
/// </example>
[Cmdlet(
    VerbsCommon.Get, "BatchFlowInstance", DefaultParameterSetName = ById, SupportsPaging = true,
    HelpUri = HelpPage.Folder + "Get-BatchFlowInstance.md")]
[OutputType(typeof(FlowInstance))]
public sealed partial class GetBatchFlowInstanceCommand : ServiceCommand
{
    private const string ById = "Id";
    private const string InWindow = "Window";

    private static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(24);

    // Objects from the pipeline may carry the ID of one flow many times, and its runs are wanted once.
    private readonly HashSet<(string?, object)> _searched = [];
    private NameFilter _names = null!;
    private NameFilter _owners = null!;
    private InstanceCriteria _criteria = null!;
    private Paging _paging = null!;
    private bool _hasOwnerPattern;
    private bool _hasLooked;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _names = new NameFilter(Name);
        _owners = new NameFilter(Owner);
        _hasOwnerPattern = Owner.Any(owner => new NamePattern(owner).HasWildcards);
        _paging = new Paging(PagingParameters);
        var (after, before) = RunWindow.Of(After, Before, Last, DefaultWindow, Refuse);
        if (Status.Contains(InstanceStatus.None))
        {
            Refuse(
                "No run has the status None: only the nodes of a run have it. Get-BatchFlowTaskInstance looks at "
                    + "these.",
                InstanceStatus.None);
        }

        _criteria = new InstanceCriteria(after, before)
        {
            Statuses = Status,
            Owners = _hasOwnerPattern ? [] : Owner, // the service takes whole names only
            NameParts = _names.Literals,
            IsDescending = Descending,
        };
        if (Type is not null) _criteria = _criteria with { Types = Type };
        _paging.WriteCount(this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in (FlowInstanceId ?? []).Where(_ => _paging.Take()))
            Enqueue(id, (client, stop) => client.GetFlowInstanceAsync(id, stop), WriteObject);
        foreach (var flow in FlowId ?? [])
        {
            if (_paging.IsFull || !_searched.Add((Connection?.Name, flow.Target))) continue;
            Enqueue(flow, async (client, id, stop) =>
            {
                var search = new InstanceSearch(client, _criteria with { FlowId = id });
                var found = await search.AllAsync(IsWanted, _paging.Enough, stop).ConfigureAwait(false);
                return (Found: found, search.IsIncomplete);
            }, all =>
            {
                _hasLooked = true;
                WriteFound(all.Found);
                WarnIf(all.IsIncomplete);
            });
        }

        if (FlowInstanceId is null && FlowId is null && !RefuseInput()) Search();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Work.WriteAll();
        if (_hasLooked && !_paging.IsFull) RequireFlows();
        base.EndProcessing();
    }
}
