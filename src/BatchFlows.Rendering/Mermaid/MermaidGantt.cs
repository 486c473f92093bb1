using System;
using System.Globalization;
using System.Text;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Timelines;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Mermaid;

/// <summary>
/// Writes a timeline as a Mermaid Gantt chart. What waited is a bar of its own before that of the run, marked as done,
/// which is drawn lighter.
/// </summary>
internal static class MermaidGantt
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss";

    public static string Of(Timeline timeline)
    {
        var text = new StringBuilder();
        text.Append("gantt\n  title ").Append(MermaidText.Of(timeline.Title)).Append('\n')
            .Append("  dateFormat YYYY-MM-DDTHH:mm:ss\n")
            .Append("  axisFormat ")
            .Append(timeline.End - timeline.Start > TimeSpan.FromDays(1) ? "%m-%d %H:%M" : "%H:%M:%S").Append('\n');
        string? group = null;
        foreach (var row in timeline.Rows)
        {
            if (row.Group != group) text.Append("  section ").Append(NameOf(row.Group, timeline.Title)).Append('\n');
            group = row.Group;
            if (row.Start is not { } start) continue;
            if (row.Ready is { } ready && ready < start) Append("\u2026", "waiting", "done, ", ready, start);
            var isRed = row.IsCritical || row.Mark is DiagramMark.Failed or DiagramMark.TimedOut;
            Append(SignOf(row.Mark), NoteOf(row), isRed ? "crit, " : "active, ", start, row.End ?? timeline.End);

            // The sign comes first, because a line that begins with a word of the language, such as click, means it.
            void Append(string sign, string note, string kind, DateTime from, DateTime to)
            {
                if (to <= from) to = from.AddSeconds(1);
                text.Append("  ").Append(MermaidText.Of($"{sign} {row.Label} {note}".Trim())).Append(" :").Append(kind)
                    .Append(from.ToString(Form, CultureInfo.InvariantCulture)).Append(", ")
                    .Append(to.ToString(Form, CultureInfo.InvariantCulture)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string SignOf(DiagramMark mark) => mark == DiagramMark.None ? "\u2022" : MarkSigns.Of(mark);

    private static string NameOf(string group, string title) => MermaidText.Of(group.Length > 0 ? group : title);

    private static string NoteOf(TimelineRow row) => string.Join(
        " ", row.Note, row.Retries > 0 ? $"\u21BB{row.Retries}" : "",
        row.IsCritical ? "\u25C6" : "").Trim();
}
