using System;
using System.Diagnostics;
using System.Management.Automation;

namespace BatchFlows.Pipeline;

/// <summary>
/// The progress of a command on the screen: nothing at first, because the command may end soon, and then at most a few
/// updates a second. The status contains everything important, because the Minimal view of PowerShell 7 shows nothing
/// else. For the pipeline thread only.
/// </summary>
/// <param name="command">The command.</param>
/// <param name="activity">What it does.</param>
/// <param name="patience">How long nothing is shown.</param>
internal sealed class LifeSign(Cmdlet command, string activity, TimeSpan patience)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250); // writing a record is slow

    private readonly Stopwatch _running = Stopwatch.StartNew();
    private TimeSpan _next = patience;
    private bool _isShown;

    /// <summary>How long the command has run.</summary>
    public TimeSpan Elapsed => _running.Elapsed;

    /// <summary>True when the screen may be written to again.</summary>
    public bool IsDue => _running.Elapsed >= _next;

    /// <param name="status">What is under way.</param>
    /// <param name="done">How many of the work's pieces are done.</param>
    /// <param name="count">How many there are; null while that is not known.</param>
    public void Show(string status, int done, int? count)
    {
        _next = _running.Elapsed + Interval;
        _isShown = true;
        var record = new ProgressRecord(0, activity, status.Length > 0 ? status : " ");
        if (count > 0)
        {
            record.PercentComplete = Math.Min(100, done * 100 / count.Value);
            if (done > 0)
                record.SecondsRemaining = (int)(_running.Elapsed.TotalSeconds / done * Math.Max(0, count.Value - done));
        }

        command.WriteProgress(record);
    }

    /// <summary>Removes it from the screen.</summary>
    public void Complete()
    {
        if (!_isShown) return;
        _isShown = false;
        command.WriteProgress(new ProgressRecord(0, activity, "done") { RecordType = ProgressRecordType.Completed });
    }
}
