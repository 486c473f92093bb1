using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Analysis.Reports;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Analysis.Statistics;

namespace BatchFlows.Analysis.Tests.Reports;

public class OrganizationReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Runs_before_the_window_count_for_health_only()
    {
        var report = Of(
            [Run(1, "a", 30, InstanceStatus.Fail), Run(
                1, "a", 3, InstanceStatus.Success), Run(2, "b", 5, InstanceStatus.Success)]);

        Assert.Equal([(DiagramMark.Success, 2)], report.Counts);
        Assert.Empty(report.Failed);
        Assert.Equal(
            ["a 0.5", "b 1"],
            report.Health.Select(flow => FormattableString.Invariant($"{flow.Group} {flow.SuccessRate}")));
    }

    [Fact]
    public void A_flow_that_failed_twice_is_one_row_with_the_cause_of_its_last_run()
    {
        var runs = (RunFact[])[
            Run(1, "a", 5, InstanceStatus.Fail), Run(2, "b", 4, InstanceStatus.Timeout),
            Run(1, "a", 3, InstanceStatus.Fail)];
        var cause = new RunDiagnosis { FlowInstanceId = runs[2].FlowInstanceId, Cause = "disk full" };

        var report = Of(runs, facts => facts with { Diagnoses = [cause] });

        Assert.Equal(
            ["a 2 disk full", "b 1 "],
            report.Failed.Select(flow => $"{flow.Last.FlowName} {flow.Runs} {flow.Diagnosis?.Cause}"));
    }

    [Fact]
    public void Times_missed_for_one_reason_are_one_row_and_an_outage_is_one_for_all_flows()
    {
        var (a, b) = (Missed(1, "a", MissedRunReason.Unknown), Missed(2, "b", MissedRunReason.ServiceDown));

        var rows = MissedTimes.Of(
            [a, b, a, b with { FlowId = 3, FlowName = "c" }, a with { Reason = MissedRunReason.Late }]);

        Assert.Equal(
            ["Unknown a 2", "ServiceDown b,c 2", "Late a 1"],
            rows.Select(row => $"{row.First.Reason} {string.Join(",", row.FlowNames)} {row.Times}"));
        Assert.Null(rows[2].Last);
    }

    [Fact]
    public void A_schedule_without_a_run_is_missed_unless_it_is_paused()
    {
        var plan = new PlannedFlow(FlowType.Periodic, "0 0 2 * * ? *") { FlowId = 1, FlowName = "a", IsActive = true };

        Assert.Equal("a", Of([], facts => facts with { Flows = [Expected(plan)] }).Missed.Single().First.FlowName);
        var paused = Of([], facts => facts with { Flows = [Expected(plan with { IsActive = false })] });
        Assert.Empty(paused.Missed);
        Assert.Equal((0, 1), (paused.ActiveFlows, paused.PausedFlows));
    }

    [Fact]
    public void Links_to_flows_that_do_not_exist_are_found_only_when_all_flows_were_read()
    {
        var flow = new FlowDefinition { FlowName = "a" };
        flow.FlowLinks.Add(new FlowLink { SourceFlowName = "gone" });
        var known = new Dictionary<string, FlowDefinition?> { ["a"] = flow };

        var whole = Of([], facts => facts with { Definitions = [flow], LinkedFlows = known });
        var unread = Of([], facts => facts with { Definitions = [flow] });

        Assert.Contains(whole.Findings, rule => rule.Rule.RuleId == "BF501");
        Assert.DoesNotContain(unread.Findings, rule => rule.Rule.RuleId == "BF501");
        Assert.NotEmpty(unread.Findings);
        Assert.Equal(["a", "gone"], whole.Dependencies.Nodes.Select(node => node.Label).OrderBy(name => name));
    }

    [Fact]
    public void A_part_has_its_own_runs_and_knows_those_of_the_flows_that_it_waits_for()
    {
        var plan = new PlannedFlow(FlowType.Periodic, "0 0 2 * * ? *") { FlowId = 2, FlowName = "b", IsActive = true };
        var flow = new FlowDefinition { FlowName = "b" };
        flow.FlowLinks.Add(new FlowLink { SourceFlowName = "a" });

        var part = Of([Run(1, "a", 9, InstanceStatus.Fail), Run(2, "b", 8, InstanceStatus.Skip) with
            {
                Outcome = new(InstanceStatus.Skip, Now.Date.AddHours(2), null, null),
            }], facts => facts with
            {
                IsPart = true,
                Flows = [new ExpectedFlow(plan, Created: null, Updated: null, [(1, "a")])],
                Definitions = [flow],
                LinkedFlows = new Dictionary<string, FlowDefinition?>
                {
                    ["a"] = new FlowDefinition { FlowName = "a" },
                },
            });

        Assert.Empty(part.Failed);
        Assert.Equal([(DiagramMark.Skipped, 1)], part.Counts);
        Assert.Equal(["b"], part.Health.Select(figures => figures.Group));
        Assert.Equal(
            "'a', which it waits for, failed (1-9)", part.Missed.Single(missed => missed.Times == 1).First.Explanation);
        Assert.DoesNotContain(part.Findings, rule => rule.Rule.RuleId == "BF501");
    }

    [Fact]
    public void Flows_of_a_part_that_all_missed_a_time_do_not_prove_an_outage()
    {
        var plan = new PlannedFlow(FlowType.Periodic, "0 0 2 * * ? *") { FlowId = 1, FlowName = "a", IsActive = true };
        var two = (ExpectedFlow[])[Expected(plan), Expected(plan with { FlowId = 2, FlowName = "b" })];

        Assert.Equal(MissedRunReason.ServiceDown, ReasonOf(Of([], facts => facts with { Flows = two })));
        Assert.Equal(
            MissedRunReason.Unknown, ReasonOf(Of([], facts => facts with { Flows = two, IsPart = true })));

        static MissedRunReason ReasonOf(OrganizationReport report) =>
            report.Missed.Select(missed => missed.First.Reason).Distinct().Single();
    }

    private static OrganizationReport Of(RunFact[] runs, Func<ReportFacts, ReportFacts>? with = null)
    {
        var facts = new ReportFacts(
            "test", Now.AddDays(-1), Now, Now.AddDays(-7),
            TimeZoneInfo.CreateCustomTimeZone("server", Now.Offset, null, null))
        {
            Runs = runs,
        };
        return OrganizationReport.Of(with is null ? facts : with(facts));
    }

    private static ExpectedFlow Expected(PlannedFlow plan) => new(plan, Created: null, Updated: null, []);

    private static MissedRun Missed(long id, string name, MissedRunReason reason) =>
        new() { FlowId = id, FlowName = name, Reason = reason, FireTime = Now, Explanation = "why" };

    private static RunFact Run(long flow, string name, int hoursAgo, InstanceStatus status) => new()
    {
        FlowInstanceId = FormattableString.Invariant($"{flow}-{hoursAgo}"),
        FlowId = flow,
        FlowName = name,
        Outcome = new(status, Now.DateTime.AddHours(-hoursAgo), TimeSpan.Zero, TimeSpan.FromMinutes(5)),
    };
}
