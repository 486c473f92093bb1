namespace BatchFlows.Analysis.Schedules;

/// <summary>When a flow runs next.</summary>
internal static class FlowNextRun
{
    /// <summary>Sets when it runs next after it was read, if the server's zone is known.</summary>
    /// <returns>The flow itself.</returns>
    public static Flow WithNextRun(this Flow flow)
    {
        if (flow.Origin is { Zone.Offset: { } offset, ReadAt: { } now })
        {
            var times = new FlowTimes(PlannedFlow.WithoutLinks(flow), ZoneClock.OfOffset(offset));
            flow.NextRun = times.FirstFrom(now)?.Time;
        }

        return flow;
    }
}
