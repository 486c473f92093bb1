using System.Linq;
using System.Management.Automation;
using BatchFlows.Binding;
using BatchFlows.Completion.Local;
using BatchFlows.Connections;
using BatchFlows.Errors;

namespace BatchFlows.Commands;

/// <summary>Lists the connections of this session.</summary>
/// <remarks>
/// The default connection comes first. A connection shows the last four characters of its access key and never the
/// secret key. Saved settings are listed by Get-BatchFlowProfile.
/// </remarks>
/// <example>
/// Shows where commands go.
/// <code>Get-BatchFlowConnection</code>
/// </example>
/// <example>
/// Shows all settings of the default connection.
/// <code>Get-BatchFlowConnection | Select-Object -First 1 | Format-List</code>
/// </example>
/// <example>
/// Exports the same flow from every connection.
/// <code>Get-BatchFlowConnection | ForEach-Object { Export-BatchFlow 2924 -Connection $_ }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowConnection", HelpUri = HelpPage.Folder + "Get-BatchFlowConnection.md")]
[OutputType(typeof(FlowConnection))]
public sealed class GetBatchFlowConnectionCommand : PSCmdlet
{
    /// <summary>Names of the connections. Accepts wildcards. Default: all.</summary>
    [Parameter(Position = 0)]
    [PlainText]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "*";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var session = Session.Current;
        var pattern = new NamePattern(Name);
        var found = session.Connections
            .OrderByDescending(connection => connection == session.Default)
            .Where(connection => pattern.IsMatch(connection.Name))
            .ToList();
        WriteObject(found, enumerateCollection: true);
        if (found.Count == 0 && !pattern.HasWildcards)
        {
            WriteError(ErrorRecords.From(NotConnected.NoneNamed(Name, Session.Current.Connections), Name));
        }
    }
}
