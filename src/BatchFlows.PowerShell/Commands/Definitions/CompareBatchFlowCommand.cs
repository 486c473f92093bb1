using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using BatchFlows.Analysis.Comparison;
using BatchFlows.Connections;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Connections;

namespace BatchFlows.Commands;

/// <summary>Compares flows of files, folders and organisations.</summary>
/// <remarks>
/// <para>Flows, tasks, relations, links and parameters are compared by their names, and users as sets. Order, IDs and
/// time stamps are no difference, and neither is another spelling of the same value, such as 1 and "1". A renamed task
/// is one task removed and another one added.</para>
/// <para>Two single flows are compared whatever their names are. A single flow is compared with the flow of its name on
/// the other side. Folders and organisations are compared by the names of their flows, and flows of the same name by
/// their directories. A flow that could not be read is an error and not a difference.</para>
/// <para>For a changed schedule, the next five runs before and after are shown in the server's zone. Files alone are
/// compared without a connection; then the runs are shown if one is open.</para>
/// <para>Nothing is returned if everything is equal. A patch of -As Text changes files that Export-BatchFlow wrote; use
/// Set-Content -NoNewline to save it.</para>
/// </remarks>
/// <example>
/// Shows what has changed since an export.
/// <code>Compare-BatchFlow ./flows</code>
/// </example>
/// <example>
/// Shows the changed lines of commands and all values in full.
/// <code>Compare-BatchFlow ./flows/energy/meters/etl_meter_readings.flow.json | Format-List</code>
/// </example>
/// <example>
/// Compares two organisations.
/// <code>Compare-BatchFlow -ReferenceConnection test -DifferenceConnection prod</code>
/// </example>
/// <example>
/// Brings the changes of the service into a folder of files.
/// <code>
/// Compare-BatchFlow ./flows -As Text | Set-Content changes.patch -NoNewline
/// git -C ./flows apply ../changes.patch
/// </code>
/// </example>
/// <example>
/// Fails a pipeline if a flow is not what its file says.
/// <code>if (-not (Compare-BatchFlow ./flows -Quiet)) { exit 1 }</code>
/// </example>
[Cmdlet(VerbsData.Compare, "BatchFlow", HelpUri = HelpPage.Folder + "Compare-BatchFlow.md")]
[OutputType(typeof(FlowDifference))]
[OutputType(typeof(string))]
[OutputType(typeof(bool))]
public sealed partial class CompareBatchFlowCommand : ServiceCommand
{
    private const string AsObject = "Object";
    private const string AsText = "Text";

    private ConnectionReference? _connection;
    private Item? _server;
    private ServerTime? _now;
    private bool _hasAsked;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _connection = Connection;
        if (Reference.Length + Difference.Length == 0 && ReferenceConnection is null && DifferenceConnection is null)
            Refuse("Specify flows with -Reference and -Difference, or an organisation with -DifferenceConnection.");
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (RefuseInput()) return;
        var reference = SideOf(Reference, ReferenceConnection);
        var difference = SideOf(Difference, DifferenceConnection);
        var (first, second) =
            difference.IsOneFlow && !reference.IsOneFlow ? (difference, reference) : (reference, difference);
        Read(first, only: null);
        if (first.IsOneFlow && !second.IsOneFlow) Work.WriteAll(); // its name selects a flow of the other side
        if (!first.IsOneFlow || second.IsOneFlow) Read(second, only: null);
        else if (first.Flows.Count > 0) Read(second, first.Flows[0].Name);
        base.EndProcessing();
        Write(reference, difference);
    }

    private void Write(ComparedSide reference, ComparedSide difference)
    {
        var isEqual = reference.IsRead && difference.IsRead;
        foreach (var pair in PairsOf(reference, difference))
        {
            var found = pair.Differences();
            isEqual &= found.Count == 0;
            if (Quiet || found.Count == 0) continue;
            if (As == AsObject) WriteObject(found.Select(Foreseen), enumerateCollection: true);
            else WriteObject(pair.ToPatch());
        }

        if (Quiet) WriteObject(isEqual);
    }

    private FlowDifference Foreseen(FlowDifference difference)
    {
        if (!NextRuns.IsOfSchedule(difference)) return difference;
        if (!_hasAsked) _now = AskTime();
        return _now is null ? difference : NextRuns.Foresee(difference, _now.Time);
    }

    private ServerTime? AskTime()
    {
        _hasAsked = true;
        var given = _connection?.Connection ?? (object?)_connection?.Name;
        if (_server is null && Session.Current.TryFindOpen(given) is null) return null;
        Connection = _connection;
        var item = _server ?? ItemOf("clock");
        try
        {
            return PipelineThread.Wait(new ServerClock(item.Client).ReadAsync(PipelineThread.Stopping));
        }
        catch (FlowException e)
        {
            WriteWarning($"The next runs are not shown, because the server's time could not be read. {e.Message}");
            return null;
        }
    }

    private static IEnumerable<FlowPair> PairsOf(ComparedSide reference, ComparedSide difference)
    {
        if (reference.IsOneFlow && difference.IsOneFlow)
        {
            return reference.Flows.Count + difference.Flows.Count == 2
                ? [new FlowPair(reference.Flows[0], difference.Flows[0])]
                : [];
        }

        var only = reference.IsOneFlow ? reference.Flows : difference.IsOneFlow ? difference.Flows : null;
        return FlowPair.Of(Wanted(reference), Wanted(difference)).Where(pair =>
            pair.Reference is null ? !reference.MayHave(pair.Difference!)
            : pair.Difference is not null || !difference.MayHave(pair.Reference));

        ComparedFlow[] Wanted(ComparedSide side) =>
            [.. side.Flows.Where(flow => only is null || only.Exists(one => one.Name == flow.Name))];
    }
}
