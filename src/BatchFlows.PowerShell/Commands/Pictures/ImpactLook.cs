using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Client;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Connections;
using BatchFlows.Procedures.Instances;

namespace BatchFlows.Commands;

/// <summary>What an impact needs to know of an organisation: all definitions, and more of the flows that are hit.</summary>
/// <param name="command">The command that reads.</param>
/// <param name="stopping">Cancelled when the command stops.</param>
internal sealed class ImpactLook(ServiceCommand command, CancellationToken stopping)
{
    public static readonly IReadOnlyDictionary<KnownFlow, TimeSpan> Unknown = new Dictionary<KnownFlow, TimeSpan>();

    private readonly Dictionary<KnownFlow, TimeSpan> _durations = [];
    private readonly HashSet<KnownFlow> _complete = [];
    private DateTimeOffset _now;

    public FlowReading Flows { get; } = new(command, stopping);

    public IReadOnlyDictionary<KnownFlow, TimeSpan> Durations => _durations;

    /// <summary>Reads all flows.</summary>
    /// <returns>The server's time; null after an error.</returns>
    public ServerTime? ReadAll(Item item)
    {
        if (command.Look(item, (client, stop) => new ServerClock(client).ReadAsync(stop)) is not { } now) return null;
        _now = now.Time;
        Flows.ReadOrganization(item);
        return now;
    }

    /// <summary>Reads whether schedules are paused, and how long flows usually run; each flow once.</summary>
    public void Complete(IEnumerable<KnownFlow> flows)
    {
        foreach (var flow in flows.Where(flow => flow.FlowId is not null && _complete.Add(flow)))
        {
            command.Work.Add(
                command.ItemOf(flow.FlowId, flow.Name),
                (client, stop) => ReadAsync(client, flow, stop),
                found =>
                {
                    flow.IsActive = found.IsActive;
                    if (found.Usual is { } usual) _durations[flow] = usual;
                });
        }

        command.Work.WriteAll();
    }

    private async Task<(bool? IsActive, TimeSpan? Usual)> ReadAsync(
        FlowClient client, KnownFlow flow, CancellationToken cancellationToken)
    {
        var whole = await client.GetFlowAsync(flow.FlowId!.Value, cancellationToken).ConfigureAwait(false);
        var type = whole.Type ?? flow.Definition.Type ?? FlowType.Periodic;
        var usual = await UsualDuration.OfAsync(client, flow.FlowId.Value, type, _now, cancellationToken)
            .ConfigureAwait(false);
        return (whole.IsActive, usual);
    }
}
