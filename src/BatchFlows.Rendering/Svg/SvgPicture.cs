using System;
using System.Linq;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Pictures;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Svg;

/// <summary>Draws a picture as one SVG file, which needs nothing from outside.</summary>
internal static class SvgPicture
{
    private const double Margin = 16;
    private const double Heading = 56;

    public static string Of(Picture picture)
    {
        var (title, note) = (Shown(picture.Title, FontSizes.Title), Shown(picture.Note, FontSizes.Note));
        var width = (2 * Margin) + new[]
        {
            picture.Width, LabelWidth.Of(title, FontSizes.Title), LabelWidth.Of(note, FontSizes.Note),
        }.Max();
        var height = picture.Height + Heading + Margin;
        return Markup.Of($"""
            <svg xmlns="http://www.w3.org/2000/svg" class="picture" role="graphics-document"
             aria-labelledby="title about" width="{width}" height="{height}" viewBox="0 0 {width} {height}">
            <title id="title">{picture.Title}</title>
            <desc id="about">{Description(picture)}</desc>
            <style>
            {SvgStyle.Sheet}</style>
            <rect class="page" width="100%" height="100%" />
            <text class="title" x="{Margin}" y="26">{title}</text>
            <text class="note" x="{Margin}" y="43">{note}</text>
            <g transform="translate({Margin} {Heading})">
            {SvgParts.Of(picture)}</g>
            </svg>

            """).ToString();

        string Shown(string text, double size) =>
            LabelWidth.Shorten(text, size, Math.Max(480, picture.Width));
    }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public static string Description(Picture picture)
    {
        var marks = picture.Boxes.Where(box => box.Mark != DiagramMark.None).GroupBy(box => box.Mark)
            .OrderBy(same => same.Key).Select(same => $"{same.Count()} {StatusMarks.WordOf(same.Key)}");
        var count = picture.Note.EndsWith(picture.Count, StringComparison.Ordinal) ? "" : picture.Count;
        return string.Join(", ", new[] { picture.Note, count }.Concat(marks).Where(text => text.Length > 0)) + ".";
    }
}
