using System;
using System.Management.Automation;
using BatchFlows.Connections;

namespace BatchFlows.Pipeline;

/// <summary>A command that calls the service through a connection.</summary>
public abstract class ServiceCommand : PSCmdlet, IDisposable
{
    /// <summary>The connection to use, or its name; the one made last when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
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

    /// <exception cref="NotConnectedException">There is no such connection.</exception>
    private protected FlowClient Client() =>
        new(Session.Current.Find(Connection), line => PipelineThread.Post(() => WriteVerbose(line)));
}
