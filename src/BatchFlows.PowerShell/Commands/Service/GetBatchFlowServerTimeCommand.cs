using System.Management.Automation;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Connections;

namespace BatchFlows.Commands;

/// <summary>
/// Tells what the server's clock shows, in which zone it is, and how far it is from the clock of this machine.
/// </summary>
/// <example>
/// Shows the server's time and zone.
/// <code>Get-BatchFlowServerTime</code>
/// </example>
/// <example>
/// Lists the runs of the server's today.
/// <code>
/// $now = Get-BatchFlowServerTime
/// Get-BatchFlowInstance -After ($now.Time - $now.Time.TimeOfDay)
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowServerTime")]
[OutputType(typeof(ServerTime))]
public sealed class GetBatchFlowServerTimeCommand : ServiceCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        Enqueue(Connection?.Name, (client, stop) => new ServerClock(client).ReadAsync(stop), WriteObject);
}
