using System;
using System.Globalization;
using System.Linq;
using System.Text;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Layout;
using BatchFlows.Rendering.Pictures;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Svg;

/// <summary>The parts of a picture as SVG: arrows below boxes.</summary>
internal static class SvgParts
{
    private static readonly DiagramMark[] ArrowMarks =
        [DiagramMark.None, DiagramMark.Added, DiagramMark.Removed, DiagramMark.Broken, DiagramMark.Circle];

    public static Markup Of(Picture picture) => Markup.Lines(
    [
        .. ArrowMarks.Where(mark => picture.Arrows.Any(arrow => arrow.Mark == mark)).Select(Head),
        .. picture.Rules.Select(rule => Rule(rule.X, rule.Label, picture.Height)),
        .. picture.Arrows.Select(arrow => Arrow(arrow, picture.Boxes[arrow.From].Place)),
        .. picture.Texts.Select(text => Text(text.X, text.Y, text.Text, text.Full, text.IsHeading)),
        .. picture.Boxes.Select((box, i) => box.IsBar ? Bar(box, i) : Box(box, i)),
    ]);

    private static Markup Head(DiagramMark mark) => Markup.Of(
        $"""
        <marker id="head{NameOf(mark)}" viewBox="0 0 9 8" refX="8.5" refY="4" markerWidth="9" markerHeight="8"
         markerUnits="userSpaceOnUse" orient="auto"><path class="head {NameOf(mark)}" d="M0 0L9 4L0 8z" /></marker>
        """);

    private static Markup Rule(double x, string label, double height) => Markup.Of(
        $"""
        <line class="rule" x1="{x}" y1="0" x2="{x}" y2="{height}" />
        <text class="note" x="{x + 3}" y="10">{label}</text>
        """);

    private static Markup Text(double x, double y, string text, string full, bool isHeading) => Markup.Of(
        $"""<text class="{(isHeading ? "label" : "note")}" x="{x}" y="{y}">{text}<title>{full}</title></text>""");

    private static Markup Arrow(PictureArrow arrow, Box start)
    {
        var classes = $"arrow {NameOf(arrow.Mark)}{(arrow.Route.IsBack ? " back" : "")}".TrimEnd();
        return Markup.Of(
            $"""
            <path class="{classes}" data-from="{arrow.From}" data-to="{arrow.To}"
             d="{PathOf(arrow.Route, start)}" marker-end="url(#head{NameOf(arrow.Mark)})" />
            """);
    }

    private static string PathOf(Route route, Box start)
    {
        if (route.Points.Count == 0)
        {
            var (x, y) = (start.X + start.Width - 14, start.Y);
            return Text($"M{x - 14} {y}C{x - 20} {y - 18} {x + 6} {y - 18} {x} {y - 1}");
        }

        var path = new StringBuilder(Text($"M{route.Points[0].X} {route.Points[0].Y}"));
        for (var i = 1; i < route.Points.Count; i++)
        {
            var ((x1, y1), (x2, y2)) = (route.Points[i - 1], route.Points[i]);
            var middle = (x1 + x2) / 2;
            path.Append(i % 2 == 0 ? Text($"H{x2}") : Text($"C{middle} {y1} {middle} {y2} {x2} {y2}"));
        }

        return path.ToString();

        static string Text(FormattableString text) => string.Format(
            CultureInfo.InvariantCulture, text.Format,
            [.. text.GetArguments().Select(length => (object)Math.Round((double)length!, 1))]);
    }

    private static Markup Box(PictureBox box, int index)
    {
        var ((x, y, width, height), sign) = (box.Place, BoxSigns.Of(box.Kind, box.Mark));
        var left = x + BoxSigns.Room(box.Kind, box.Mark);
        var middle = y + (height / 2);
        var line = middle + (box.Note.Length > 0 ? -3 : 4.5);
        return Markup.Of(
            $"""
            <g class="{ClassesOf(box)}" id="n{index}" role="graphics-symbol" aria-label="{NameOf(box)}">
            <title>{TooltipOf(box)}</title><rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" />
            {Sign(x + 16, middle + 6, sign)}<text class="label" x="{left}" y="{line}">{box.Label}</text>
            {Note(left, middle + 13, box.Note)}</g>
            """);
    }

    private static Markup Bar(PictureBox box, int index)
    {
        var (x, y, width, height) = box.Place;
        var start = x + box.Waiting;
        return Markup.Of(
            $"""
            <g class="{ClassesOf(box)}" id="n{index}" role="graphics-symbol" aria-label="{NameOf(box)}">
            <title>{TooltipOf(box)}</title>
            <rect class="waited" x="{x}" y="{y}" width="{box.Waiting}" height="{height}" />
            <rect class="run" x="{start}" y="{y}" width="{width - box.Waiting}" height="{height}" rx="2" />
            {Note(x + width + 6, y + 11, box.Note)}</g>
            """);
    }

    private static Markup Sign(double x, double y, string sign) => sign.Length == 0
        ? Markup.Of($"")
        : Markup.Of($"""<text class="sign" x="{x}" y="{y}" aria-hidden="true">{sign}</text>""");

    private static Markup Note(double x, double y, string note) => note.Length == 0
        ? Markup.Of($"")
        : Markup.Of($"""<text class="note" x="{x}" y="{y}">{note}</text>""");

    private static string ClassesOf(PictureBox box) => string.Join(
        " ", new[]
        {
            "box", box.IsBar ? "bar" : KindOf(box.Kind), NameOf(box.Mark), box.IsCritical ? "critical" : "",
        }.Where(name => name.Length > 0));

    private static string KindOf(DiagramNodeKind kind) => kind.ToString().ToLowerInvariant();

    private static string NameOf(DiagramMark mark) =>
        mark == DiagramMark.None ? "" : mark.ToString().ToLowerInvariant();

    private static string NameOf(PictureBox box) =>
        box.Details.Count > 0 ? $"{box.Name}, {box.Details[0]}" : box.Name;

    private static string TooltipOf(PictureBox box) => string.Join("\n", new[] { box.Name }.Concat(box.Details));
}
