using System.Management.Automation;
using BatchFlows.Connections;

namespace BatchFlows.Pipeline;

/// <summary>A command that calls the service through a connection.</summary>
public abstract class ServiceCommand : AsyncCommand
{
    /// <summary>The connection to use, or its name; the one made last when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? Connection { get; set; }

    /// <exception cref="NotConnectedException">There is no such connection.</exception>
    private protected FlowClient Client() => ClientFor(Session.Current.Find(Connection));
}
