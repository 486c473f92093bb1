using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Analysis.Rules;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Analysis.Statistics;
using BatchFlows.Model.Definitions;

namespace BatchFlows.Analysis.Reports;

/// <summary>How the flows of an organisation, or some of them, did in a window, and what they are to do.</summary>
/// <param name="Facts">What it was made from.</param>
internal sealed record OrganizationReport(ReportFacts Facts)
{
    /// <summary>The runs of the window by what became of them.</summary>
    public IReadOnlyList<(DiagramMark Mark, int Runs)> Counts { get; private init; } = [];

    /// <summary>The flows with failed runs, the last failure first.</summary>
    public IReadOnlyList<FailedFlow> Failed { get; private init; } = [];

    /// <summary>Runs that should have happened and did not, or not as they should.</summary>
    public IReadOnlyList<MissedTimes> Missed { get; private init; } = [];

    /// <summary>Figures of each flow, the least successful first.</summary>
    public IReadOnlyList<FlowStatistics> Health { get; private init; } = [];

    /// <summary>When flows start, from today on.</summary>
    public WeekPlan Week { get; private init; } = null!;

    /// <summary>The flows that wait for others, and those that are waited for.</summary>
    public Diagram Dependencies { get; private init; } = null!;

    /// <summary>The rules that found something, the most serious first.</summary>
    public IReadOnlyList<RuleFindings> Findings { get; private init; } = [];

    public int ActiveFlows => Facts.Flows.Count(flow => flow.Plan.IsActive != false);

    public int PausedFlows => Facts.Flows.Count - ActiveFlows;

    public static OrganizationReport Of(ReportFacts facts)
    {
        var night = facts.Night();
        return new(facts)
        {
            Counts = CountsOf(night),
            Failed = FailedFlow.Of(night, facts.Diagnoses),
            Missed = MissedTimes.Of(MissedIn(facts)),
            Health = [.. StatisticsGroups.Of(StatisticsGroups.ByFlow, facts.ReportedRuns(), [])
                .OrderBy(flow => flow.SuccessRate ?? 2).ThenBy(flow => flow.Group, StringComparer.OrdinalIgnoreCase)],
            Week = WeekPlan.Of(facts.Flows.Select(flow => flow.Plan), facts.Now, facts.Zone),
            Dependencies = DependenciesOf(facts.Definitions),
            Findings = RuleFindings.Of(facts.Definitions, new RuleContext(facts.Now, facts.Zone)
            {
                LinkedFlows = facts.LinkedFlows,
            }),
        };
    }

    private static IReadOnlyList<(DiagramMark Mark, int Runs)> CountsOf(IEnumerable<RunFact> runs)
    {
        var counts = new SortedDictionary<DiagramMark, int>();
        foreach (var run in runs)
        {
            var mark = StatusMarks.Of(run.Outcome.Status);
            counts[mark] = counts.TryGetValue(mark, out var count) ? count + 1 : 1;
        }

        return [.. counts.Select(mark => (mark.Key, mark.Value))];
    }

    private static IReadOnlyList<MissedRun> MissedIn(ReportFacts facts) => new MissedRunSearch(
        new RunHistory(facts.Runs), new FireWindow(facts.After, facts.Now, Count: null, facts.Zone), facts.Now,
        StartDelay.Allowed, isWhole: !facts.IsPart).Find([.. facts.Flows.Where(flow => flow.Plan.IsActive != false)]);

    private static Diagram DependenciesOf(IReadOnlyCollection<FlowDefinition> flows)
    {
        var upstream = new HashSet<string>(flows.SelectMany(UpstreamNames));
        return DependencyDiagram.Of(
            [.. flows.Where(flow => UpstreamNames(flow).Any() || upstream.Contains(flow.FlowName ?? ""))]);
    }

    private static IEnumerable<string> UpstreamNames(FlowDefinition flow) =>
        flow.Links().Select(link => link.SourceFlowName ?? "").Where(name => name.Length > 0);
}
