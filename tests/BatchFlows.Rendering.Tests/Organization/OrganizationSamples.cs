using System;
using System.Linq;
using BatchFlows.Analysis.MissedRuns;
using BatchFlows.Analysis.Reports;
using BatchFlows.Analysis.Schedules;
using BatchFlows.Analysis.Statistics;

namespace BatchFlows.Rendering.Tests;

/// <summary>Reports whose names and messages are given.</summary>
internal static class OrganizationSamples
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 30, 0, TimeSpan.FromHours(8));

    /// <summary>Each name is that of a flow that failed, that misses a run, that waits, and that is left out.</summary>
    public static OrganizationReport Of(params string[] names) => OrganizationReport.Of(new ReportFacts(
        names.Length > 0 ? names[0] : "empty", Now.AddDays(-1), Now, Now.AddDays(-7),
        TimeZoneInfo.CreateCustomTimeZone("server", Now.Offset, null, null))
    {
        Runs = [.. names.Select((name, i) => RunOf(name, i))],
        Flows = [.. names.Select((name, i) => new ExpectedFlow(
            new PlannedFlow(FlowType.Periodic, "0 0 2 * * ? *") { FlowId = 1000 + i, FlowName = name, IsActive = true },
            null, null, []))],
        Definitions = [.. names.Select(DefinitionOf)],
        Diagnoses = [.. names.Select((name, i) => new RunDiagnosis
        {
            FlowInstanceId = $"{i}", Cause = $"Task '{name}' failed.", ErrorLine = name,
            NextStep = $"Start-BatchFlow '{name}'",
        })],
        LeftOut = names,
    });

    private static RunFact RunOf(string name, int i) => new()
    {
        FlowInstanceId = $"{i}",
        FlowId = i,
        FlowName = name,
        Outcome = new(InstanceStatus.Fail, Now.DateTime.AddHours(-1 - i), TimeSpan.Zero, TimeSpan.FromMinutes(5)),
    };

    private static FlowDefinition DefinitionOf(string name)
    {
        var flow = new FlowDefinition { FlowName = name };
        flow.FlowLinks.Add(new FlowLink { SourceFlowName = "other" + name });
        return flow;
    }
}
