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
        Definitions = [.. names.Select(name => DefinitionOf(name, "other" + name))],
        Diagnoses = [.. names.Select((name, i) => new RunDiagnosis
        {
            FlowInstanceId = $"{i}", Cause = $"Task '{name}' failed.", ErrorLine = name,
            NextStep = $"Start-BatchFlow '{name}'",
        })],
        LeftOut = names,
    });

    /// <summary>The night of an organisation: a third of its flows failed, each waits for one before it.</summary>
    public static OrganizationReport Night(int flows)
    {
        var names = Enumerable.Range(0, flows).Select(i => $"{Words[i % Words.Length]}_{i}").ToArray();
        return OrganizationReport.Of(new ReportFacts(
            "power-south (organisation o15444)", Now.AddDays(-1), Now, Now.AddDays(-7),
            TimeZoneInfo.CreateCustomTimeZone("server", Now.Offset, null, null))
        {
            Runs = [.. names.SelectMany(
                (name, i) => Enumerable.Range(0, 1 + (i % 30)).Select(run => RunOf(name, i, run)))],
            Flows = [.. names.Select((name, i) => new ExpectedFlow(
                new PlannedFlow(FlowType.Periodic, $"0 {i * 7 % 60} {i % 9}{(i % 4 == 0 ? "/2" : "")} * * ? *")
                {
                    FlowId = 1000 + i, FlowName = name, IsActive = i % 8 != 7,
                },
                null, null, []))],
            Definitions = [.. names.Select((name, i) => DefinitionOf(name, i == 0 ? "no_such_flow" : names[i / 2]))],
            Diagnoses = [.. names.Select((name, i) => new RunDiagnosis
            {
                FlowInstanceId = $"{i}_0",
                Cause = $"Task 'check_readings_of_all_substations_{i}' failed with exit code 137 after 4 of 4 tries.",
                ErrorLine = "2026-03-04 02:11:09 ERROR /opt/jobs/readings/check.py: connection to "
                    + "meter-gateway-17.power-south.example:8443 was refused",
                NextStep = $"Restart-BatchFlowInstance {i}_0 -FromFailed",
            })],
            LeftOut = flows == 0 ? [] : [$"The causes of earlier failed runs of the same flows: {flows}."],
        });
    }

    private static readonly string[] Words =
        ["load_meter_readings", "\u5909\u96fb\u6240\u306e\u76e3\u8996", "WMWMWM", "x", "publish.forecast_of_the_day_after_tomorrow_for_all_regions"];

    private static RunFact RunOf(string name, int i, int run) => new()
    {
        FlowInstanceId = $"{i}_{run}",
        FlowId = 1000 + i,
        FlowName = name,
        Start = Now.DateTime.AddHours(-1 - (5 * run)),
        Outcome = new(
            (i + run) % 3 == 0 ? InstanceStatus.Fail : Statuses[(i + run) % Statuses.Length],
            Now.DateTime.AddHours(-1 - (5 * run)), TimeSpan.Zero, TimeSpan.FromSeconds(300 + (run * i))),
    };

    private static readonly InstanceStatus[] Statuses =
    [
        InstanceStatus.Success, InstanceStatus.Success, InstanceStatus.Timeout, InstanceStatus.Running,
        InstanceStatus.Success, InstanceStatus.Cancel,
    ];

    private static RunFact RunOf(string name, int i) => new()
    {
        FlowInstanceId = $"{i}",
        FlowId = i,
        FlowName = name,
        Outcome = new(InstanceStatus.Fail, Now.DateTime.AddHours(-1 - i), TimeSpan.Zero, TimeSpan.FromMinutes(5)),
    };

    private static FlowDefinition DefinitionOf(string name, string upstream)
    {
        var flow = new FlowDefinition { FlowName = name };
        flow.FlowLinks.Add(new FlowLink { SourceFlowName = upstream });
        return flow;
    }
}
