using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Statistics;

namespace BatchFlows.Analysis.Reports;

/// <summary>A flow with failed runs.</summary>
/// <param name="Runs">How many failed or were cancelled.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Diagnosis">Why the last one failed; null when nobody looked at it.</param>
internal sealed record FailedFlow(int Runs, RunFact Last, RunDiagnosis? Diagnosis)
{
    /// <summary>The last failed run of each flow, the last one first.</summary>
    public static IReadOnlyList<FailedFlow> Of(
        IEnumerable<RunFact> runs, IEnumerable<RunDiagnosis> diagnoses)
    {
        var known = diagnoses.ToLookup(diagnosis => diagnosis.FlowInstanceId);
        return [.. runs.Where(run => run.Outcome.IsFailed)
            .OrderByDescending(run => run.Outcome.Time).ThenBy(run => run.FlowInstanceId)
            .GroupBy(run => (run.FlowId, run.FlowId is null ? run.FlowName : ""))
            .Select(flow => new FailedFlow(
                flow.Count(), flow.First(), known[flow.First().FlowInstanceId].FirstOrDefault()))];
    }
}
