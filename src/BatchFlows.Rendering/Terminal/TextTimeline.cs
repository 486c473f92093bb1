using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatchFlows.Analysis.Timelines;
using BatchFlows.Rendering.Texts;

namespace BatchFlows.Rendering.Terminal;

/// <summary>
/// Draws a timeline for a terminal: a line for each row, with its bar and what there is to say of it.
/// </summary>
internal sealed class TextTimeline
{
    private readonly Timeline _timeline;
    private readonly Signs _signs;
    private readonly int _width;
    private readonly int _names;
    private readonly int _bars;

    private TextTimeline(Timeline timeline, int width, bool isAscii)
    {
        (_timeline, _signs, _width) = (timeline, new Signs(isAscii), width);
        var notes = timeline.Rows.Select(row => Columns.Of(NoteOf(row))).DefaultIfEmpty().Max();
        _names = Math.Min(width / 3, timeline.Rows.Select(row => Columns.Of(NameOf(row))).DefaultIfEmpty().Max());
        _bars = Math.Max(8, width - _names - Math.Min(notes, width / 3) - 4);
    }

    /// <inheritdoc cref="TextTree.Of"/>
    public static string Of(Timeline timeline, int width, bool isAscii) =>
        string.Concat(new TextTimeline(timeline, width, isAscii).Lines().Select(line => line.TrimEnd() + "\n"));

    private IEnumerable<string> Lines()
    {
        yield return Fit(_signs.Name(_timeline.Title));
        foreach (var line in Columns.Wrap(_signs.Name(_timeline.Note), _width - 2)) yield return "  " + line;
        yield return "";
        yield return Fit(new string(' ', _names + 2) + AxisOf());
        var group = "";
        foreach (var row in _timeline.Rows)
        {
            if (row.Group != group) yield return Fit(_signs.Name(row.Group));
            group = row.Group;
            var name = Columns.Pad(Columns.Shorten(NameOf(row), _names, _signs.Cut), _names);
            yield return Fit($"{name}  {BarOf(row)}  {NoteOf(row)}");
        }

        yield return "";
        var isAnyCritical = _timeline.Rows.Any(row => row.IsCritical);
        yield return Fit(_signs.Legend + (isAnyCritical ? $"   {_signs.Critical}critical path" : ""));
    }

    private string NameOf(TimelineRow row) =>
        (row.IsCritical ? _signs.Critical : "  ") + _signs.Name(row.Label);

    private string NoteOf(TimelineRow row) =>
        _signs.Name(row.Note + row.Retries switch { 0 => "", 1 => ", 1 retry", _ => $", {row.Retries} retries" });

    private string AxisOf()
    {
        var axis = new StringBuilder(new string(' ', _bars));
        var free = 0;
        foreach (var (time, label) in TimelineAxis.Ticks(_timeline, Math.Max(2, _bars / 9)))
        {
            var at = At(time);
            if (at < free || at + label.Length > _bars) continue;
            for (var i = 0; i < label.Length; i++) axis[at + i] = label[i];
            free = at + label.Length + 1;
        }

        return axis.ToString();
    }

    private string BarOf(TimelineRow row)
    {
        var bar = new StringBuilder(new string(' ', _bars));
        if (row.Start is not { } start) return bar.ToString();
        for (var i = At(row.Ready ?? start); i < At(start); i++) bar[i] = _signs.Waiting;
        var end = row.End is { } ended ? At(ended) : _bars;
        for (var i = At(start); i < Math.Max(end, At(start) + 1); i++) bar[i] = _signs.Running;
        if (row.End is null) bar[_bars - 1] = _signs.Open;
        return bar.ToString();
    }

    private int At(DateTime time) => (int)Math.Min(
        _bars - 1, (time - _timeline.Start).Ticks * (double)_bars / (_timeline.End - _timeline.Start).Ticks);

    private string Fit(string text) => Columns.Shorten(text, _width, _signs.Cut);
}
