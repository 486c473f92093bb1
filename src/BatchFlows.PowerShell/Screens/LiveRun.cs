using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Host;
using BatchFlows.Analysis.Watching;
using BatchFlows.Rendering.Terminal;

namespace BatchFlows.Screens;

/// <summary>A run that is redrawn in place. For the pipeline thread only, but for what it is to show.</summary>
/// <param name="host">The host.</param>
/// <param name="style">The shell's <c>$PSStyle</c>; null in Windows PowerShell.</param>
/// <param name="now">The clock that runs are read at.</param>
internal sealed class LiveRun(PSHost host, object? style, Func<DateTimeOffset> now)
{
    private readonly Screen _screen = new(host);
    private readonly bool _isAscii = !Screen.CanShowSigns();
    private IReadOnlyList<TreeLine> _shown = [];
    private volatile WatchedRun? _run;

    /// <summary>Sets what the next drawing shows. Any thread may call this.</summary>
    public void See(WatchedRun run) => _run = run;

    /// <summary>Draws the run as it is now, if anything of it has changed.</summary>
    public void Draw()
    {
        if (_run is not { } run) return;
        // A line that fills its row leaves the cursor at its end or on the next row, depending on the terminal.
        var lines = WatchedTree.Of(run, now(), _screen.Width - 1, _screen.Height - 1, _isAscii);
        if (!lines.SequenceEqual(_shown)) Write(lines);
    }

    /// <summary>Makes room for something else. The next drawing follows below it.</summary>
    public void Erase()
    {
        if (_shown.Count > 0) Write([]);
    }

    private void Write(IReadOnlyList<TreeLine> lines)
    {
        host.UI.Write(Redrawing.Of(
            _shown.Select(line => line.Text),
            lines.Select(line => line.Painted((mark, text) => ViewMarks.Painted(text, mark, style))), _screen.Width));
        _shown = lines;
    }
}
