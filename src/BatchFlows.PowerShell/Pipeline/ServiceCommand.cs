using System.Management.Automation;
using BatchFlows.Client;
using BatchFlows.Connections;
using BatchFlows.Errors;
using BatchFlows.Model.Failures;

namespace BatchFlows.Pipeline;

/// <summary>A command that calls the service through a connection.</summary>
public abstract class ServiceCommand : AsyncCommand
{
    private bool _isConnectionFixed;
    private FlowClient? _default;

    /// <summary>The connection to use, or its name; the one made last when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? Connection { get; set; }

    /// <summary>True when the connection came with the item at hand, so that other items may fare better with theirs.</summary>
    private protected bool IsConnectionOfItem => Connection is not null && !_isConnectionFixed;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _isConnectionFixed = Connection is not null;

    /// <exception cref="FlowException">There is no such connection.</exception>
    private protected FlowClient Client()
    {
        if (Connection is not null) return ClientFor(Session.Current.Find(Connection));
        return _default is { Connection.IsClosed: false } ? _default : _default = ClientFor(Session.Current.Find(reference: null));
    }

    /// <summary>
    /// Refuses an object from the pipeline that names nothing, when the command without a name would list all: the object's connection alone
    /// would have it run.
    /// </summary>
    /// <returns>True when there is one, and it was refused.</returns>
    private protected bool RefuseInput()
    {
        if (MyInvocation.ExpectingInput) WriteError(ErrorRecords.InputNotBound());
        return MyInvocation.ExpectingInput;
    }

    /// <summary>Writes the error record of an item that failed, and ends the command when no later item can fare better.</summary>
    private protected void WriteFailure(FlowException failure, object? target, bool isConnectionOfItem)
    {
        var record = ErrorRecords.From(failure, target);
        if (FailureAttribute.Of(failure.Kind).EndsCommand && !isConnectionOfItem) ThrowTerminatingError(record);
        WriteError(record);
    }
}
