using System;
using System.Management.Automation;
using BatchFlows.Connections;
using BatchFlows.Errors;

namespace BatchFlows.Pipeline;

/// <summary>A command that calls the service through a connection.</summary>
public abstract class ServiceCommand : PSCmdlet, IDisposable
{
    /// <summary>The connection to use, or its name; the one made last when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    [ValidateNotNull]
    public ConnectionReference? Connection { get; set; }

    private protected PipelineThread PipelineThread { get; } = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        // Also reached when a later command wants no more objects, which does not stop the pipeline.
        PipelineThread.Stop();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => PipelineThread.Stop();

    private protected FlowClient Client()
    {
        try
        {
            return ClientOf(Session.Current.Find(Connection));
        }
        catch (NotConnectedException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, Connection?.Name));
            throw;
        }
    }

    private protected FlowClient ClientOf(FlowConnection connection) =>
        new(connection, line => PipelineThread.Post(() => WriteVerbose(line)));

    /// <summary>Writes the record of a failure, and ends the command when no later item could fare better.</summary>
    private protected void WriteFailure(Exception exception, object target)
    {
        var record = ErrorRecords.From(exception, target);
        if (ErrorRecords.IsFatal(exception)) ThrowTerminatingError(record);
        WriteError(record);
    }
}
