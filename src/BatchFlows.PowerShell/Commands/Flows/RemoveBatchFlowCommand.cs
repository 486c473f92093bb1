using System.Collections.Concurrent;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Client;
using BatchFlows.Completion;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Commands;

/// <summary>Deletes flows.</summary>
/// <remarks>
/// <para>If the service refuses because other flows depend on a flow, the error names them, and its exception has them
/// as Dependents. The service does not list them, so the definitions of all flows are read, once per command. With more
/// than 500 flows, this requires -FindDependents.</para>
/// <para>Before you are asked, and with -WhatIf, a warning reports which flow first feels the deletion, and when. With
/// more than 500 flows, this requires -FindDependents too.</para>
/// <para>A deleted flow cannot be restored, except by Import-BatchFlow from a definition that was exported before. It
/// then has another ID.</para>
/// </remarks>
/// <example>
/// Deletes a flow, and keeps its definition in a file.
/// <code>
/// Export-BatchFlow 3006 -Path ./deleted/
/// Remove-BatchFlow 3006
/// </code>
/// </example>
/// <example>
/// Shows which flows would be deleted.
/// <code>Get-BatchFlow tmp_*, migrate_* | Remove-BatchFlow -WhatIf</code>
/// </example>
/// <example>
/// Deletes without asking, and lists the dependents if the service refuses.
/// <code>
/// try { Remove-BatchFlow 3001 -Confirm:$false -ErrorAction Stop }
/// catch [BatchFlows.FlowServiceException] { $_.Exception.Dependents }
/// </code>
/// </example>
[Cmdlet(
    VerbsCommon.Remove, "BatchFlow", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = HelpPage.Folder + "Remove-BatchFlow.md")]
public sealed class RemoveBatchFlowCommand : ServiceCommand
{
    private readonly ConcurrentDictionary<FlowConnection, AllDefinitions> _definitions = new();
    private readonly ConcurrentDictionary<FlowConnection, DependentSearch> _searches = new();

    /// <summary>IDs or exact names of the flows, or objects that carry a FlowId.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or exact names of the flows, or objects that carry a FlowId.")]
    [FlowReferenceTransformation]
    [Alias("Id")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    public FlowReference[] FlowId { get; set; } = null!;

    /// <summary>
    /// Searches the dependents of a flow that the service refuses to delete, however many flows exist: one call per
    /// flow. Default: up to 500 flows are searched.
    /// </summary>
    [Parameter]
    public SwitchParameter FindDependents { get; set; }

    /// <summary>Makes changes without asking, also through a protected connection.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool MakesChanges => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var flow in FlowId)
            Change(flow, "Delete", Force, Remove, (item, found) => this.Foresee(
                item, found, ImpactCause.Remove, DefinitionsFor));
    }

    private void Remove(Item item, FlowReference flow) =>
        Work.Add(item, (client, stop) => RemoverFor(client).DeleteAsync(flow.Id, stop));

    /// <summary>Any thread may call this.</summary>
    private FlowRemover RemoverFor(FlowClient client) => new(
        client, _searches.GetOrAdd(client.Connection, _ => new DependentSearch(DefinitionsFor(client))));

    private AllDefinitions DefinitionsFor(FlowClient client) => _definitions.GetOrAdd(
        client.Connection, _ => new AllDefinitions(client, FindDependents ? int.MaxValue : AllDefinitions.CheapFlows));
}
