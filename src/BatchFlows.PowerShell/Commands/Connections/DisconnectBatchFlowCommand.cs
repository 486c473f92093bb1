using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Connections;
using BatchFlows.Errors;

namespace BatchFlows.Commands;

/// <summary>Closes connections of this session: the default one, or those named.</summary>
/// <remarks>
/// A sandbox that Connect-BatchFlow started for a connection stops with it. The connection made before becomes the
/// default.
/// </remarks>
/// <example>
/// Closes the default connection.
/// <code>Disconnect-BatchFlow</code>
/// </example>
/// <example>
/// Closes all connections.
/// <code>Get-BatchFlowConnection | Disconnect-BatchFlow</code>
/// </example>
[Cmdlet(VerbsCommunications.Disconnect, "BatchFlow")]
public sealed class DisconnectBatchFlowCommand : PSCmdlet
{
    /// <summary>The connection to close, or its name; the default one when not given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName", "Name")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    [ConnectionTransformation]
    [ValidateNotNull]
    public ConnectionReference? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var session = Session.Current;
        if (Connection is null && session.Default is null) return;
        try
        {
            session.Remove(Connection is null ? session.Default! : session.Find(Connection));
        }
        catch (FlowException e)
        {
            WriteError(ErrorRecords.From(e, Connection?.Name));
        }
    }
}
