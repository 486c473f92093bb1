using System.Management.Automation;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Connections;

namespace BatchFlows.Commands;

/// <summary>Gets the server's time and its time zone.</summary>
/// <remarks>
/// It also shows how far the clock of this machine is from that of the server. Signatures are refused if the difference
/// is large.
/// </remarks>
/// <example>
/// Shows the server's time and zone.
/// <code>Get-BatchFlowServerTime</code>
/// </example>
/// <example>
/// Lists the runs of today, by the server's date.
/// <code>
/// $now = Get-BatchFlowServerTime
/// Get-BatchFlowInstance -After ($now.Time - $now.Time.TimeOfDay)
/// </code>
/// </example>
/// <example>
/// Compares the clocks of all connections.
/// <code>Get-BatchFlowConnection | ForEach-Object { Get-BatchFlowServerTime -Connection $_ }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BatchFlowServerTime", HelpUri = HelpPage.Folder + "Get-BatchFlowServerTime.md")]
[OutputType(typeof(ServerTime))]
public sealed class GetBatchFlowServerTimeCommand : ServiceCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        Enqueue(Connection?.Name, (client, stop) => new ServerClock(client).ReadAnewAsync(stop), WriteObject);
}
