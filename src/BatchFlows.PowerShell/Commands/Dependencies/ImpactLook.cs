using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BatchFlows.Analysis.Graphs;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Connections;
using BatchFlows.Procedures.Flows;

namespace BatchFlows.Commands;

/// <summary>
/// What an impact needs to know of an organisation: all definitions, and more of the flows that are hit.
/// </summary>
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
                (client, stop) => FlowHabits.ReadAsync(client, flow, _now, stop),
                found =>
                {
                    flow.IsActive = found.IsActive;
                    if (found.Duration is { } usual) _durations[flow] = usual;
                });
        }

        command.Work.WriteAll();
    }
}
