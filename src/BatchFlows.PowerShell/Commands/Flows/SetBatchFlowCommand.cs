using System.Management.Automation;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Binding;
using BatchFlows.Model.Settings;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Commands;

/// <summary>Changes settings of flows.</summary>
/// <remarks>
/// Settings that are not specified stay as they are. If someone else has saved the flow in the meantime, nothing is
/// saved and an error is reported. If the flow has the settings already, nothing is saved; -Verbose reports it. -WhatIf
/// shows each changed setting before and after.
/// </remarks>
/// <example>
/// Shows what a change would do, before and after.
/// <code>Set-BatchFlow 3001 -Cron '0 30 5 * * ? *' -WhatIf</code>
/// </example>
/// <example>
/// Sets a parameter, and keeps the others.
/// <code>Set-BatchFlow 3001 -Parameter @{ batch_size = 100 } -PassThru</code>
/// </example>
/// <example>
/// Adds an owner to the flows of another.
/// <code>Get-BatchFlow -Owner maria.rossi | Set-BatchFlow -Owner maria.rossi, anna.keller</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "BatchFlow", SupportsShouldProcess = true, HelpUri = HelpPage.Folder + "Set-BatchFlow.md")]
[OutputType(typeof(Flow))]
public sealed partial class SetBatchFlowCommand : ServiceCommand
{
    // Fields of our enum types would make the engine load their room at import, before it can be resolved.
    private object? _type;
    private object? _alertMode;
    private FlowChanges _changes = new();

    private protected override bool MakesChanges => true;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Tables.ProblemOf(Parameter) is { } problem) Refuse(problem, Parameter);
        _changes = FlowChanges.Of(MyInvocation.BoundParameters);
        if (_changes.IsEmpty) Refuse("Nothing to change. Specify at least one setting, such as -Cron.");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var flow in FlowId)
        {
            var item = ItemOf(flow.Target);
            // A flow at hand that has the wanted values may have others by now.
            if (flow.Flow is { } known && FieldChange.Of(known, _changes).Count > 0)
                Change(item, flow.Id, known, known);
            else Enqueue(
                flow,
                async (client, id, stop) => (Id: id, Found: await client.GetFlowAsync(id, stop).ConfigureAwait(false)),
                look => Change(item, look.Id, flow.Flow ?? look.Found, look.Found), isLook: true);
        }
    }

    /// <param name="before">The flow as the user sees it before the change.</param>
    /// <param name="current">The flow as it was last read.</param>
    private void Change(Item item, long flowId, Flow before, Flow current)
    {
        var fields = FieldChange.Of(current, _changes);
        if (fields.Count == 0)
        {
            WriteVerbose($"Flow {flowId} '{current.FlowName}' has these settings already, so nothing was saved.");
            if (PassThru) WriteObject(current.WithNextRun());
            return;
        }

        var question = $"Change flow {flowId} '{current.FlowName}': {string.Join(", ", fields)}";
        if (Confirmation.Ask(item, question, Force) is { } confirmed)
            Work.Add(confirmed, (client, stop) => new FlowEditor(client)
                .ChangeAsync(before, _changes, PassThru, stop), Write);

        void Write(EditedFlow edited)
        {
            if (edited.FlowId != flowId)
                WriteWarning(
                    $"Flow {flowId} is flow {edited.FlowId} now, because the service saved the change under that ID.");
            if (edited.Unread is { } failure)
                WriteWarning($"Flow {flowId} was saved, and could not be read after that. {failure.Message}");
            if (PassThru && edited.Flow is not null) WriteObject(edited.Flow.WithNextRun());
        }
    }
}
