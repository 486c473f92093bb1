using System.Collections.Generic;
using System.Threading.Tasks;

namespace BatchFlows.Pipeline;

/// <summary>What became of the changes of a command that ended before all were made.</summary>
internal sealed class EarlyEnd
{
    private readonly List<string> _done = [];
    private readonly List<string> _failed = [];
    private readonly List<string> _unknown = [];
    private readonly List<string> _left = [];

    /// <summary>A change that has begun. What is waited for is the end of a change that was made.</summary>
    public void Add(Pending pending)
    {
        var name = pending.Item.Name;
        if (pending.WriteUnended is not null || pending.Task.Status == TaskStatus.RanToCompletion) _done.Add(name);
        else if (pending.Task.Exception?.InnerException is FlowException e) _failed.Add($"{name} ({e.Message})");
        else _unknown.Add(name);
    }

    /// <summary>A change that had not begun.</summary>
    public void AddLeft(Item item) => _left.Add(item.Name);

    /// <summary>In words; null when nothing had begun.</summary>
    public override string? ToString() => _done.Count + _failed.Count + _unknown.Count == 0
        ? null
        : "The command ended early." + Part("Done", _done) + Part("Failed", _failed)
            + Part("Perhaps done", _unknown) + Part("Not begun", _left);

    private static string Part(string title, List<string> names) =>
        names.Count == 0 ? "" : $" {title}: {string.Join(", ", names)}.";
}
