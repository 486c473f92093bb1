using System;
using System.Threading;

namespace BatchFlows.Sandbox;

/// <content>Flows and runs that come without a call.</content>
public sealed partial class SandboxService
{
    private static readonly TimeSpan LongestHistory = TimeSpan.FromDays(366);

    /// <summary>Adds a flow, to the root directory, or replaces its definition.</summary>
    /// <param name="flowId">The flow's id, positive.</param>
    /// <param name="definition">The JSON text of its definition. An export sends this text as it is, unchecked.</param>
    public void PutFlow(long flowId, string definition)
    {
        if (flowId < 1)
            throw new ArgumentOutOfRangeException(nameof(flowId), flowId, "A flow id is a positive integer.");
        if (definition is null) throw new ArgumentNullException(nameof(definition));
        _service.Use(
            (organization, now) => FlowGenerator.Put(organization, now, flowId, definition, organization.Root));
    }

    /// <summary>
    /// Adds flows with names like <c>load_00001</c>, whose tasks follow each other, in a directory <c>load</c>.
    /// </summary>
    /// <param name="count">How many.</param>
    /// <param name="tasksPerFlow">How many tasks each has.</param>
    /// <param name="cancellationToken">Stops; flows that were already added remain.</param>
    public void AddFlows(int count, int tasksPerFlow = 3, CancellationToken cancellationToken = default)
    {
        if (count < 0) throw new ArgumentOutOfRangeException(nameof(count), count, "It must not be negative.");
        if (tasksPerFlow < 0)
            throw new ArgumentOutOfRangeException(nameof(tasksPerFlow), tasksPerFlow, "It must not be negative.");
        _service.Use(
            (organization, now) => FlowGenerator.Add(
                organization, now, count,
                number => FlowGenerator.Definition(FlowGenerator.NameOf(number), tasksPerFlow), cancellationToken));
    }

    /// <summary>
    /// Adds seven flows whose past is known, in a directory <c>history</c>, and flows like those of
    /// <see cref="AddFlows"/> with schedules of their own, and lets all active flows have run by their cron.
    /// </summary>
    /// <param name="window">How far back; up to a year.</param>
    /// <param name="flowCount">How many flows beside the seven.</param>
    /// <param name="seed">Equal seeds make equal histories at the same time.</param>
    /// <param name="cancellationToken">Stops; what was made until then remains.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="InvalidOperationException">There is a history already.</exception>
    public void AddHistory(
        TimeSpan window, int flowCount = 0, int seed = 1, CancellationToken cancellationToken = default)
    {
        if (window <= TimeSpan.Zero || window > LongestHistory)
        {
            throw new ArgumentOutOfRangeException(
                nameof(window), window,
                "The history must be longer than zero and at most a year. Specify it such as 30d.");
        }

        if (flowCount < 0)
            throw new ArgumentOutOfRangeException(nameof(flowCount), flowCount, "The count must not be negative.");
        _service.Use((organization, now) =>
        {
            if (organization.History is not null)
                throw new InvalidOperationException("The sandbox has a history already.");
            HistoryGenerator.Add(organization, now, window, flowCount, seed, cancellationToken);
            return true;
        });
    }
}
