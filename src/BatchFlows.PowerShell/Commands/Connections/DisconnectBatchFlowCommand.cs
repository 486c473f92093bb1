using System.Management.Automation;
using BatchFlows.Connections;
using BatchFlows.Errors;

namespace BatchFlows.Commands;

/// <summary>Closes connections of this session: the default one, or those named. A sandbox that was started for one stops with it.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "BatchFlow")]
public sealed class DisconnectBatchFlowCommand : PSCmdlet
{
    /// <summary>The connection to close, or its name; the default one when not given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName", "Name")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
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
        catch (NotConnectedException e)
        {
            WriteError(ErrorRecords.From(e, Connection?.Name));
        }
    }
}
