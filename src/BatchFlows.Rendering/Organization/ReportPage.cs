using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Reports;
using BatchFlows.Rendering.Html;
using BatchFlows.Rendering.Pictures;
using BatchFlows.Rendering.Svg;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Organization;

/// <summary>
/// Writes a report as a page for a browser. It has no script and needs nothing from outside, and its policy allows
/// neither. It is also XML.
/// </summary>
internal static class ReportPage
{
    private const int MostBoxes = 1000;
    private const int Shades = 5;

    private static readonly string Style = EmbeddedText.Read("picture.css") + EmbeddedText.Read("report.css");
    private static readonly string Policy =
        $"default-src 'none'; img-src data:; style-src {PagePolicy.HashOf(Style)}; base-uri 'none'; form-action 'none'";

    public static string Of(OrganizationReport report) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="{Policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>{ReportWords.Title(report)}</title>
        <style>{Markup.Trusted(Style)}</style>
        </head>
        <body class="picture">
        <header><h1>{ReportWords.Title(report)}</h1><p>{ReportWords.Window(report)}</p></header>
        <main>
        <section aria-label="At a glance"><ul class="glance">
        {Glance(report)}</ul></section>
        {Table("failed", ReportSections.Failed(report))}
        {Table("missed", ReportSections.Missed(report))}
        {Table("health", ReportSections.Health(report))}
        {Table("week", ReportSections.Week(report), text => ShadeOf(text, report.Week))}
        {Table("busy", ReportSections.Collisions(report))}
        {Table("quiet", ReportSections.Quiet(report))}
        {Dependencies(report.Dependencies)}
        {Table("findings", ReportSections.Findings(report))}
        <section aria-labelledby="left"><h2 id="left">Left out</h2><ul>
        {LeftOut(report)}</ul>
        </section>
        </main>
        </body>
        </html>

        """).ToString();

    private static Markup Glance(OrganizationReport report) => Markup.Lines(
    [
        .. report.Counts.Select(count => Markup.Of(
            $"""
            <li class="{NameOf(count.Mark)}"><span class="sign" aria-hidden="true">{MarkSigns.Of(count.Mark)}</span>
            <b>{count.Runs}</b> {ReportWords.Of(count.Mark)}</li>
            """)),
        Markup.Of($"<li>{ReportWords.MissedCount(report)}</li>"),
        Markup.Of($"<li>{ReportWords.FlowCount(report)}</li>"),
    ]);

    private static Markup LeftOut(OrganizationReport report) => Markup.Lines(
        report.Facts.LeftOut.DefaultIfEmpty("Nothing.").Select(left => Markup.Of($"<li>{left}</li>")));

    private static Markup Table(string id, ReportSection section, Func<string, string>? classOf = null)
    {
        if (section.Rows.Count == 0)
        {
            return Markup.Of(
                $"""
                <section aria-labelledby="{id}"><h2 id="{id}">{section.Title}</h2><p>{section.IfNone}</p></section>
                """);
        }

        var texts = section.Columns.Count - section.Figures;
        return Markup.Of(
            $"""
            <section aria-labelledby="{id}"><h2 id="{id}">{section.Title}</h2><p>{section.Note}</p>
            <div class="wide" tabindex="0" role="group" aria-labelledby="{id}"><table class="{id}">
            <thead><tr>{Markup.Lines(section.Columns.Select(Head))}</tr></thead>
            <tbody>
            {Markup.Lines(section.Rows.Select(Row))}</tbody></table></div></section>
            """);

        static Markup Head(string column) => Markup.Of($"""<th scope="col">{column}</th>""");

        Markup Row(IReadOnlyList<string> cells) => Markup.Of(
            $"""
            <tr><th scope="row">{cells[0]}</th>
            {Markup.Lines(cells.Skip(1).Select((text, i) => Cell(text, i + 1)))}</tr>
            """);

        Markup Cell(string text, int column)
        {
            var name = column < texts ? "text" : classOf is null ? "figure" : $"figure {classOf(text)}";
            return Markup.Of($"""<td class="{name}" data-column="{section.Columns[column]}">{text}</td>""");
        }
    }

    /// <summary>The shade of an hour: 0 without a start, 5 for the busiest one.</summary>
    private static string ShadeOf(string starts, WeekPlan week)
    {
        var number = int.Parse(starts, CultureInfo.InvariantCulture);
        var (least, range) = (week.Calmest, Math.Max(1, week.Busiest - week.Calmest));
        return FormattableString.Invariant($"shade{(number == 0 ? 0 : 1 + ((number - least) * (Shades - 1) / range))}");
    }

    private static Markup Dependencies(Diagram diagram)
    {
        var picture = diagram.Nodes.Count is > 0 and <= MostBoxes ? GraphPicture.Of(diagram) : null;
        return Markup.Of(
            $"""
            <section aria-labelledby="graph"><h2 id="graph">{ReportWords.DependenciesTitle}</h2>
            {(picture is null ? Markup.Of($"<p>{WithoutPicture(diagram)}</p>") : Drawing(picture))}</section>
            """);
    }

    private static string WithoutPicture(Diagram diagram) => diagram.Nodes.Count == 0
        ? ReportWords.NoDependencies
        : $"{ReportSections.Count(diagram.Nodes.Count)} flows are too many for a picture in this page. "
            + "Get-BatchFlow | ConvertTo-BatchFlowDiagram -View Dependency -Path flows.html draws them.";

    private static Markup Drawing(Picture picture) => Markup.Of(
        $"""
        <p>{picture.Note}. An arrow goes from a flow to one that waits for it.</p>
        <div class="wide" tabindex="0" role="group" aria-labelledby="graph">
        <svg xmlns="http://www.w3.org/2000/svg" role="graphics-document" aria-labelledby="graph"
         width="{picture.Width + 8}" height="{picture.Height + 8}"
         viewBox="0 0 {picture.Width + 8} {picture.Height + 8}"><g transform="translate(4 4)">
        {SvgParts.Of(picture)}</g></svg></div>
        """);

    private static string NameOf(DiagramMark mark) =>
        mark == DiagramMark.None ? "other" : mark.ToString().ToLowerInvariant();
}
