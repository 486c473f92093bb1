using System;

namespace BatchFlows.Pipeline;

/// <content>The progress of a command that takes longer than a moment.</content>
public abstract partial class ServiceCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    private int _items;
    private bool _isInputComplete;
    private (string Text, TimeSpan End) _pause;

    /// <summary>True when the runs that the command waits for are shown in place of its items.</summary>
    internal bool ShowsWaits { get; set; }

    private LifeSign Sign => field ??= new LifeSign(this, MyInvocation.MyCommand.Name, Patience);

    /// <summary>Number of items whose work is over.</summary>
    private int Done => Math.Max(0, _items - Work.OpenCount);

    private void ShowLife()
    {
        if (!Sign.IsDue || ShowsWaits) return;
        var status = Work.Current is not { } current ? "Waiting for the service"
            : _isInputComplete ? $"{Done} of {_items} done, now {current}"
            : $"{Done} done, now {current}";
        if (Sign.Elapsed < _pause.End) status += $". {_pause.Text}";
        Sign.Show(status, Done, _isInputComplete ? _items : null);
    }

    /// <summary>Reports how far a stopped command came; changes have a warning of their own.</summary>
    private void TellWhenStopped()
    {
        if (!PipelineThread.Stopping.IsCancellationRequested || MakesChanges || _items < 2) return;
        if (_isInputComplete && Work.OpenCount == 0) return;
        Host.UI?.WriteWarningLine(
            $"{MyInvocation.MyCommand.Name} was stopped: {Done}{(_isInputComplete ? $" of {_items}" : "")} done. "
                + $"Run it again for the others{(Work.First is { } next ? $", from {next} on" : "")}.");
    }

    private protected override void NotePause(TimeSpan pause)
    {
        _pause = ($"The call is retried in {Math.Ceiling(pause.TotalSeconds)} s", Sign.Elapsed + pause);
    }
}
