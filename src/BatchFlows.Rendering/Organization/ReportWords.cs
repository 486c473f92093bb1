using System;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Reports;

namespace BatchFlows.Rendering.Organization;

/// <summary>Sentences that a report has in each form.</summary>
internal static class ReportWords
{
    public const string DependenciesTitle = "Dependencies between flows";
    public const string NoDependencies = "No flow waits for another.";

    public static string Title(OrganizationReport report) => report.Facts switch
    {
        { IsPart: false } whole => $"Flows of {whole.Organization}",
        { Flows.Count: 1 } one => $"Flow {one.Flows.First().Plan.FlowName} of {one.Organization}",
        var part => $"{ReportSections.Count(part.Flows.Count)} flows of {part.Organization}",
    };

    public static string Window(OrganizationReport report) => FormattableString.Invariant(
        $"Runs from {report.Facts.After:yyyy-MM-dd HH:mm} to {report.Facts.Now:yyyy-MM-dd HH:mm} ")
        + FormattableString.Invariant($"(UTC{report.Facts.Now:zzz}, the server's zone).");

    /// <summary>What runs with a mark have done, such as <c>failed</c>.</summary>
    public static string Of(DiagramMark mark) => mark switch
    {
        DiagramMark.None => "of unknown status",
        DiagramMark.Success => "succeeded",
        _ => StatusMarks.WordOf(mark),
    };

    public static string MissedCount(OrganizationReport report) =>
        $"{ReportSections.Count(report.Missed.Sum(missed => missed.Times))} missed or late";

    public static string FlowCount(OrganizationReport report) => FormattableString.Invariant(
        $"{report.ActiveFlows} active and {report.PausedFlows} paused flows");
}
