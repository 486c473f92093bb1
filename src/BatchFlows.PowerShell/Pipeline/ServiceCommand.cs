using System;
using System.Management.Automation;
using BatchFlows.Connections;
using BatchFlows.Errors;

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

    /// <summary>Writes a failure as an error record; it ends the command when no later item can fare better.</summary>
    private protected void WriteFailure(Exception failure, object? target, bool othersMayFareBetter = false)
    {
        var record = ErrorRecords.From(failure, target);
        if (ErrorRecords.IsFatal(failure) && !othersMayFareBetter) ThrowTerminatingError(record);
        WriteError(record);
    }
}
