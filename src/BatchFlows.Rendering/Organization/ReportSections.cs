using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Reports;
using BatchFlows.Model.Failures;
using BatchFlows.Model.Instances;
using BatchFlows.Rendering.Terminal;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Organization;

/// <summary>The tables of a report.</summary>
internal static partial class ReportSections
{
    private const int MostNames = 8;
    private const int Strip = 20;

    public static ReportSection Failed(OrganizationReport report) => new(
        "Failed runs", ["Flow", "Cause", "Error in the log", "Try next", "Last failed run", "Failed"],
        [.. report.Failed.Select(flow => (IReadOnlyList<string>)
        [
            flow.Last.FlowName,
            flow.Diagnosis?.Cause ?? "Not looked at.",
            flow.Diagnosis?.ErrorLine ?? "",
            flow.Diagnosis is { NextStep: "", RecoveredBy: { } later }
                ? $"Nothing: {later} succeeded."
                : flow.Diagnosis?.NextStep ?? "",
            $"{SignOf(flow.Last.Outcome.Status)}, {Moment(flow.Last.Outcome.Time)}",
            Count(flow.Runs),
        ])])
    {
        Note = "One row for each flow; the cause is that of its last failed run.",
        IfNone = "No run failed.",
        Figures = 2,
    };

    public static ReportSection Missed(OrganizationReport report) => new(
        "Missed and late runs", ["Flows", "Reason", "What is known", "First", "Last", "Times"],
        [.. report.Missed.Select(missed => (IReadOnlyList<string>)
        [
            Names(missed.FlowNames),
            WordsOf($"{missed.First.Reason}"),
            missed.First.Explanation,
            Moment(missed.First.FireTime.DateTime),
            Moment(missed.Last?.DateTime),
            Count(missed.Times),
        ])])
    {
        Note = "Schedules compared with runs. A start more than 15 minutes late counts.",
        IfNone = "Each flow ran at its times.",
        Figures = 3,
    };

    public static ReportSection Health(OrganizationReport report) => new(
        "Health of flows", ["Flow", "Runs", "Succeeded", "Median", "95 %", "Trend", "Last results", "Durations"],
        [.. report.Health.Select(flow => (IReadOnlyList<string>)
        [
            flow.Group,
            Count(flow.Runs),
            Percent(flow.SuccessRate),
            flow.Median is { } median ? DurationWords.Of(median) : "",
            flow.P95 is { } p95 ? DurationWords.Of(p95) : "",
            flow.Trend >= 0.005 ? $"+{Percent(flow.Trend)}" : Percent(flow.Trend),
            ResultStrip.Of(flow.LastResults.Select(status => (InstanceStatus?)status), isPlain: false),
            Sparkline.Of([.. flow.Durations.Select(span => span.TotalSeconds)], Strip, isPlain: false),
        ])])
    {
        Note = $"Runs since {Moment(report.Facts.HealthAfter.DateTime)}, the least successful flows first. Results: "
            + "\u2713 succeeded, \u2717 failed or timed out, \u25A0 cancelled, \u2013 skipped, \u25CF running, "
            + "\u25CB not started.",
        IfNone = "No flow ran.",
        Figures = 7,
    };

    public static ReportSection Findings(OrganizationReport report) => new(
        "Findings of checks", ["Rule", "Severity", "What it finds", "Flows", "What to do", "Number"],
        [.. report.Findings.Select(rule => (IReadOnlyList<string>)
        [
            rule.Rule.RuleId, $"{rule.Rule.Severity}", rule.Rule.Title, Names([.. rule.FlowNames]), rule.Rule.Remedy,
            Count(rule.Findings.Count),
        ])])
    {
        Note = "Test-BatchFlow shows each of them with its place.",
        IfNone = "No rule found anything.",
        Figures = 1,
    };

    public static string SignOf(InstanceStatus? status) =>
        StatusMarks.Of(status) is var mark and not DiagramMark.None
            ? $"{MarkSigns.Of(mark)} {StatusMarks.WordOf(mark)}"
            : $"{status}";

    public static string Moment(DateTime? time) => FormattableString.Invariant($"{time:yyyy-MM-dd HH:mm}");

    public static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double? share) => share is { } known
        ? FormattableString.Invariant($"{Math.Round(100 * known) + 0:0} %")
        : "";

    private static string WordsOf(string name) => string.Concat(name.Select((letter, i) =>
        i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static string Names(IReadOnlyList<string> names) => NameList.Of(names, MostNames);
}
