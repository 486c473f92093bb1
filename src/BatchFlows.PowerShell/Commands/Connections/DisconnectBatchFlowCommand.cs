using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;
using BatchFlows.Connections;
using BatchFlows.Errors;

namespace BatchFlows.Commands;

/// <summary>Closes connections of this session.</summary>
/// <remarks>
/// Without -Name or -Connection it closes the default connection, and the connection made before becomes the default. A
/// sandbox that Connect-BatchFlow started for a connection stops with it. Work that uses a closed connection ends with
/// an error.
/// </remarks>
/// <example>
/// Closes the default connection.
/// <code>Disconnect-BatchFlow</code>
/// </example>
/// <example>
/// Closes a connection by its name.
/// <code>
/// Connect-BatchFlow -Sandbox -Name rehearsal
/// Disconnect-BatchFlow rehearsal
/// </code>
/// </example>
/// <example>
/// Closes all connections.
/// <code>Disconnect-BatchFlow *</code>
/// </example>
[Cmdlet(VerbsCommunications.Disconnect, "BatchFlow", HelpUri = HelpPage.Folder + "Disconnect-BatchFlow.md")]
public sealed class DisconnectBatchFlowCommand : PSCmdlet
{
    /// <summary>Connection to close, or its name. Accepts wildcards. Default: the connection made last.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName", "Name")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    [SupportsWildcards]
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
            foreach (var connection in Meant(session)) session.Remove(connection);
        }
        catch (FlowException e)
        {
            WriteError(ErrorRecords.From(e, Connection?.Name));
        }
    }

    private FlowConnection[] Meant(Session session)
    {
        if (Connection is null) return [session.Default!];
        var pattern = new NamePattern(Connection.Name);
        var isOne = Connection.Connection is not null || !pattern.HasWildcards
            || session.Connections.Any(connection => connection.Name == pattern.Text);
        return isOne
            ? [session.FindOpen(Connection)]
            : [.. session.Connections.Where(connection => pattern.IsMatch(connection.Name))];
    }
}
