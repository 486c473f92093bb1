using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Reports;
using BatchFlows.Rendering.Mermaid;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Organization;

/// <summary>
/// Writes a report as Markdown for a chat or a pull request. A comment on GitHub has at most 65,536 characters, so long
/// tables end early and say so.
/// </summary>
internal static class ReportMarkdown
{
    private const int MostRows = 30;
    private const int MostArrows = 100;

    public static string Of(OrganizationReport report)
    {
        var text = new StringBuilder();
        text.Append($"# {MarkdownText.Of(ReportWords.Title(report))}\n\n");
        text.Append($"{MarkdownText.Of(ReportWords.Window(report))}\n\n");
        foreach (var (mark, runs) in report.Counts)
            text.Append($"- {MarkSigns.Of(mark)} {ReportSections.Count(runs)} {ReportWords.Of(mark)}\n");
        text.Append($"- {ReportWords.MissedCount(report)}\n- {ReportWords.FlowCount(report)}\n");
        Append(text, ReportSections.Failed(report));
        Append(text, ReportSections.Missed(report));
        Append(text, ReportSections.Health(report));
        Append(text, ReportSections.Week(report));
        Append(text, ReportSections.Collisions(report));
        Append(text, ReportSections.Quiet(report));
        AppendDependencies(text, report.Dependencies);
        Append(text, ReportSections.Findings(report));
        text.Append("\n## Left out\n\n");
        foreach (var left in report.Facts.LeftOut.DefaultIfEmpty("Nothing."))
            text.Append($"- {MarkdownText.Of(left)}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, ReportSection section)
    {
        text.Append($"\n## {section.Title}\n\n");
        if (section.Rows.Count == 0)
        {
            text.Append(section.IfNone).Append('\n');
            return;
        }

        if (section.Note.Length > 0) text.Append(MarkdownText.Of(section.Note)).Append("\n\n");
        var texts = section.Columns.Count - section.Figures;
        AppendRow(text, section.Columns);
        AppendRow(text, section.Columns.Select((_, i) => i < texts ? "---" : "---:"));
        foreach (var row in section.Rows.Take(MostRows)) AppendRow(text, row.Select(MarkdownText.Of));
        if (section.Rows.Count > MostRows)
            text.Append($"\n{ReportSections.Count(section.Rows.Count - MostRows)} more rows are in the HTML report.\n");
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").Append(string.Join(" | ", cells)).Append(" |\n");

    private static void AppendDependencies(StringBuilder text, Diagram diagram)
    {
        text.Append($"\n## {ReportWords.DependenciesTitle}\n\n");
        if (diagram.Nodes.Count == 0) text.Append(ReportWords.NoDependencies).Append('\n');
        else if (diagram.Edges.Count > MostArrows)
            text.Append(FormattableString.Invariant($"{diagram.Edges.Count} dependencies; see the HTML report.\n"));
        else text.Append("```mermaid\n").Append(MermaidFlowchart.Of(diagram).TrimEnd('\n')).Append("\n```\n");
    }
}
