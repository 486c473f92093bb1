using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatchFlows.Analysis.Reports;
using BatchFlows.Model.Instances;

namespace BatchFlows.Rendering.Organization;

/// <content>The tables of the coming week.</content>
internal static partial class ReportSections
{
    private const string OftenStarting = "Flows that start in more than half of all hours do not count here.";

    public static ReportSection Week(OrganizationReport report) => new(
        "Starts in the coming week", ["Day", .. Enumerable.Range(0, 24).Select(hour => $"{hour:00}")],
        [.. report.Week.Starts.Select((hours, day) => (IReadOnlyList<string>)
            [DayOf(report, day, "ddd yyyy-MM-dd"), .. hours.Select(starts => Count(starts))])])
    {
        Note = "Scheduled starts in each hour, in the server's zone. Paused flows do not count.",
        Figures = 24,
    };

    public static ReportSection Collisions(OrganizationReport report) => new(
        "Hours in which most flows start", ["Hour", "Days", "Flows", "Number"],
        [.. report.Week.Collisions.Select(hour => (IReadOnlyList<string>)
            [Span(hour), DaysOf(report, hour), Names(hour.FlowNames), Count(hour.FlowNames.Count)])])
    {
        Note = OftenStarting,
        IfNone = "No two flows start in the same hour.",
        Figures = 1,
    };

    public static ReportSection Quiet(OrganizationReport report) => new(
        "Quiet windows", ["Time", "Days", "Length"],
        [.. report.Week.Quiet.Select(hours => (IReadOnlyList<string>)
            [Span(hours), DaysOf(report, hours), DurationWords.Of(hours.Length)])])
    {
        Note = $"The longest spans in which no flow starts. Runs that began before may still run. {OftenStarting}",
        IfNone = "No half hour is without a start.",
        Figures = 1,
    };

    private static string Span(WeekHours hours)
    {
        var end = hours.Start + hours.Length;
        var days = (end - TimeSpan.FromMinutes(1)).Days; // midnight belongs to the day that ends
        return FormattableString.Invariant($"{hours.Start:hh\\:mm} to {end:hh\\:mm}")
            + (days == 0 ? "" : days == 1 ? ", next day" : FormattableString.Invariant($", {days} days later"));
    }

    private static string DaysOf(OrganizationReport report, WeekHours hours) =>
        hours.Days.Distinct().Count() == WeekPlan.Days
            ? "every day"
            : string.Join(", ", hours.Days.Distinct().Select(day => DayOf(report, day, "ddd")));

    private static string DayOf(OrganizationReport report, int day, string format) =>
        report.Week.First.AddDays(day).ToString(format, CultureInfo.InvariantCulture);
}
