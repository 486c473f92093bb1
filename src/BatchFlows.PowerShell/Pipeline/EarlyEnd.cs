using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Model.Failures;

namespace BatchFlows.Pipeline;

/// <summary>What became of the changes of a command that ended before all were made.</summary>
/// <param name="unended">
/// What a change has done to a run whose end is waited for, in words; null when none is waited for.
/// </param>
internal sealed class EarlyEnd(string? unended)
{
    private readonly List<string> _done = [];
    private readonly List<string> _unended = [];
    private readonly List<string> _failed = [];
    private readonly List<string> _unknown = [];
    private readonly List<string> _left = [];

    /// <summary>A change that has begun, or the wait for the end of a run after a change that was made.</summary>
    public void Add(Pending pending)
    {
        var name = pending.Item.Name;
        var isWait = pending.WriteUnended is not null;
        if (pending.Task.Status == TaskStatus.RanToCompletion && (isWait || unended is null)) _done.Add(name);
        else if (pending.Task.Status == TaskStatus.RanToCompletion || isWait) _unended.Add(pending.RunId ?? name);
        else if (pending.Task.Exception?.InnerException is FlowException e) _failed.Add($"{name} ({e.Message})");
        else _unknown.Add(name);
    }

    /// <summary>A change that had not begun.</summary>
    public void AddLeft(Item item) => _left.Add(item.Name);

    /// <summary>In words; null when nothing had begun.</summary>
    public override string? ToString() => _done.Count + _unended.Count + _failed.Count + _unknown.Count == 0
        ? null
        : "The command ended early." + Part("Done", _done) + Part(unended!, _unended) + Part("Failed", _failed)
            + Part("Perhaps done", _unknown) + Part("Not begun", _left) + NextStep();

    private string NextStep() => _unended.Count == 0
        ? ""
        : $" Go on waiting with Wait-BatchFlowInstance {string.Join(", ", _unended.Select(PastedText.Of))}";

    private static string Part(string title, List<string> names) =>
        names.Count == 0 ? "" : $" {title}: {string.Join(", ", names)}.";
}
