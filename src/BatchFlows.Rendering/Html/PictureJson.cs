using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using BatchFlows.Analysis.Diagrams;
using BatchFlows.Rendering.Pictures;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Html;

/// <summary>A picture as JSON that can stand in a page: everything that HTML could read is escaped.</summary>
internal static class PictureJson
{
    public static string Of(Picture picture)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            Write(json, "width", picture.Width);
            Write(json, "height", picture.Height);
            json.WriteStartArray("boxes");
            foreach (var box in picture.Boxes) Write(json, box);
            json.WriteEndArray();
            json.WriteStartArray("arrows");
            foreach (var arrow in picture.Arrows) Write(json, arrow, picture.Boxes);
            json.WriteEndArray();
            json.WriteStartArray("rules");
            foreach (var (x, label) in picture.Rules)
            {
                json.WriteStartArray();
                json.WriteNumberValue(Math.Round(x, 1));
                json.WriteStringValue(CleanText.Of(label));
                json.WriteEndArray();
            }

            json.WriteEndArray();
            WriteTexts(json, picture);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, PictureBox box)
    {
        json.WriteStartObject();
        json.WriteString("name", CleanText.Of(box.Name));
        json.WriteString("label", CleanText.Of(box.Label));
        json.WriteString("note", CleanText.Of(box.Note));
        json.WriteString("sign", BoxSigns.Of(box.Kind, box.Mark));
        json.WriteString("mark", box.Mark == DiagramMark.None ? "" : box.Mark.ToString().ToLowerInvariant());
        json.WriteString("kind", box.Kind.ToString().ToLowerInvariant());
        Write(json, "x", box.Place.X);
        Write(json, "y", box.Place.Y);
        Write(json, "w", box.Place.Width);
        Write(json, "h", box.Place.Height);
        json.WriteStartArray("details");
        foreach (var detail in box.Details) json.WriteStringValue(CleanText.Of(detail));
        json.WriteEndArray();
        if (box.IsBar)
        {
            json.WriteBoolean("bar", true);
            json.WriteBoolean("critical", box.IsCritical);
            Write(json, "waiting", box.Waiting);
        }

        json.WriteEndObject();
    }

    private static void Write(
        Utf8JsonWriter json, PictureArrow arrow, IReadOnlyList<PictureBox> boxes)
    {
        json.WriteStartArray();
        json.WriteNumberValue(arrow.From);
        json.WriteNumberValue(arrow.To);
        json.WriteStringValue(arrow.Mark == DiagramMark.None ? "" : arrow.Mark.ToString().ToLowerInvariant());
        json.WriteBooleanValue(arrow.Route.IsBack);
        json.WriteStartArray();
        foreach (var (x, y) in arrow.Route.Points.Count > 0 ? arrow.Route.Points : OfLoop(boxes[arrow.From]))
        {
            json.WriteNumberValue(Math.Round(x, 1));
            json.WriteNumberValue(Math.Round(y, 1));
        }

        json.WriteEndArray();
        json.WriteEndArray();
    }

    /// <summary>A short line above a box that follows itself.</summary>
    private static (double X, double Y)[] OfLoop(PictureBox box)
    {
        var (right, y) = (box.Place.X + box.Place.Width, box.Place.Y - 5);
        return [(right - 28, y), (right - 14, y)];
    }

    private static void WriteTexts(Utf8JsonWriter json, Picture picture)
    {
        json.WriteStartArray("texts");
        foreach (var (x, y, text, _, isHeading) in picture.Texts)
        {
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(x, 1));
            json.WriteNumberValue(Math.Round(y, 1));
            json.WriteStringValue(CleanText.Of(text));
            json.WriteBooleanValue(isHeading);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, double length) =>
        json.WriteNumber(name, Math.Round(length, 1));
}
