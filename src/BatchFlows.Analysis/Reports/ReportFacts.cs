using System;
using System.Collections.Generic;
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
    public IEnumerable<RunFact> Runs { get; init; } = [];

    /// <summary>The flows of the service.</summary>
    public IReadOnlyCollection<ExpectedFlow> Flows { get; init; } = [];

    public IReadOnlyCollection<FlowDefinition> Definitions { get; init; } = [];

    /// <summary>Why failed runs failed, as far as they were looked at.</summary>
    public IReadOnlyCollection<RunDiagnosis> Diagnoses { get; init; } = [];

    /// <summary>What could not be read, and what nobody looked at, as sentences.</summary>
    public IReadOnlyCollection<string> LeftOut { get; init; } = [];
}
