using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Analysis.Timelines;
using BatchFlows.Rendering.Layout;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Pictures;

/// <summary>Places the rows of a timeline as bars below a time axis.</summary>
internal static class TimelinePicture
{
    private const double Axis = 720;
    private const double Top = 18;
    private const double RowHeight = 24;
    private const double BarHeight = 14;
    private const double LeastBar = 3;
    private const double MostLabel = 260;
    private const double Gap = 12;

    public static Picture Of(Timeline timeline)
    {
        var labels = timeline.Rows.Select(LabelOf).ToArray();
        var left = Gap + labels.Select(label => LabelWidth.Of(label, FontSizes.Note)).DefaultIfEmpty().Max();
        var (boxes, texts) = (new List<PictureBox>(), new List<(double, double, string, string, bool)>());
        var (y, group) = (Top, "");
        for (var i = 0; i < timeline.Rows.Count; i++)
        {
            var row = timeline.Rows[i];
            if (row.Group != group)
            {
                texts.Add((0, y + 17, LabelWidth.Shorten(row.Group, FontSizes.Label, left + Axis), row.Group, true));
                (group, y) = (row.Group, y + RowHeight);
            }

            texts.Add((0, y + 15, labels[i], row.Label, false));
            boxes.Add(BarOf(timeline, row, left, y));
            y += RowHeight;
        }

        (double X, string Label)[] rules =
            [.. TimelineAxis.Ticks(timeline, 9).Select(tick => (left + At(timeline, tick.Time), tick.Label))];
        var right = boxes.Select(box => (X: box.Place.X + box.Place.Width, Label: box.Note)).Concat(rules)
            .Select(text => text.X + Gap + LabelWidth.Of(text.Label, FontSizes.Note)).DefaultIfEmpty().Max();
        return new Picture(
            timeline.Title, DiagramDetails.Join(", ", timeline.Note, Legend(timeline)), timeline.Things,
            Math.Max(left + Axis, right), y, boxes, [])
        {
            Rules = rules,
            Texts = texts,
        };
    }

    private static string Legend(Timeline timeline) =>
        timeline.Rows.Any(row => row.IsCritical) ? "\u25C6 critical path, light: waited" : "light: waited";

    private static string LabelOf(TimelineRow row) => LabelWidth.Shorten(
        (row.IsCritical ? "\u25C6 " : "") + row.Label, FontSizes.Note, MostLabel);

    private static PictureBox BarOf(Timeline timeline, TimelineRow row, double left, double y)
    {
        var (ready, start) = (row.Ready ?? row.Start ?? timeline.Start, row.Start ?? timeline.Start);
        var end = row.End ?? (row.Start is null ? start : timeline.End);
        var x = At(timeline, ready);
        var waiting = At(timeline, start) - x;
        var running = row.Start is null ? 0 : Math.Max(LeastBar, At(timeline, end) - At(timeline, start));
        var sign = MarkSigns.Of(row.Mark);
        var retries = row.Retries > 0 ? $" \u21BB{row.Retries}" : "";
        return new PictureBox(
            new Box(left + x, y + ((RowHeight - BarHeight) / 2), waiting + running, BarHeight), row.Label, "",
            $"{sign}{(sign.Length > 0 ? " " : "")}{row.Note}{retries}", DiagramNodeKind.Task, row.Mark)
        {
            Details = [row.Note, .. row.Details],
            Waiting = waiting,
            IsCritical = row.IsCritical,
            IsBar = true,
        };
    }

    private static double At(Timeline timeline, DateTime time) =>
        (time - timeline.Start).Ticks * Axis / (timeline.End - timeline.Start).Ticks;
}
