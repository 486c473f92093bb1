using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Analysis.Statistics;

namespace BatchFlows.Analysis.Reports;

/// <summary>What was read for a report.</summary>
/// <param name="Organization">What the organisation is called.</param>
/// <param name="After">Start of the window, in the server's zone.</param>
/// <param name="Now">Its end: the server's time, in its zone.</param>
/// <param name="HealthAfter">When the window for the health of flows begins; earlier runs were not listed.</param>
internal sealed record ReportFacts(
    string Organization, DateTimeOffset After, DateTimeOffset Now, DateTimeOffset HealthAfter, TimeZoneInfo Zone)
{
    /// <summary>
    /// All runs of the service; of a part of its flows, their runs and those of the flows that they wait for.
    /// </summary>
    public IEnumerable<RunFact> Runs { get; init; } = [];

    /// <summary>The flows that are reported on: those of the service, or a part of them.</summary>
    public IReadOnlyCollection<ExpectedFlow> Flows { get; init; } = [];

    /// <summary>True when other flows of the service are not reported on.</summary>
    public bool IsPart { get; init; }

    /// <summary>
    /// The flows that links name, null for one that does not exist; null when not all could be read, because a link to
    /// one of these would seem to be broken.
    /// </summary>
    public IReadOnlyDictionary<string, FlowDefinition?>? LinkedFlows { get; init; }

    public IReadOnlyCollection<FlowDefinition> Definitions { get; init; } = [];

    /// <summary>Why failed runs failed, as far as they were looked at.</summary>
    public IReadOnlyCollection<RunDiagnosis> Diagnoses { get; init; } = [];

    /// <summary>What could not be read, and what nobody looked at, as sentences.</summary>
    public IReadOnlyCollection<string> LeftOut { get; init; } = [];

    /// <summary>The runs of the flows that are reported on.</summary>
    public IEnumerable<RunFact> ReportedRuns()
    {
        if (!IsPart) return Runs;
        var flows = new HashSet<long?>(Flows.Select(flow => flow.Plan.FlowId));
        return Runs.Where(run => flows.Contains(run.FlowId));
    }

    /// <summary>Those of them that were triggered in the reported window.</summary>
    public IEnumerable<RunFact> Night() => ReportedRuns().Where(run => run.Outcome.Time >= After.DateTime);
}
