using System;
using System.Threading.Tasks;
using BatchFlows.Procedures.Throttling;

namespace BatchFlows.Pipeline;

/// <summary>Work on an item whose result was not written yet.</summary>
internal abstract class Pending(Item item, Task task)
{
    public Item Item { get; } = item;

    public Task Task { get; } = task;

    /// <summary>The work that the limit may delay; null for work that is already under way.</summary>
    public ThrottledWork? Work { get; init; }

    /// <summary>True for a look before a change: as long as there is nothing else, nothing has been changed.</summary>
    public bool IsLook { get; init; }

    /// <summary>For a wait after a change: writes the result without its end; null for any other work.</summary>
    public Action? WriteUnended { get; init; }

    /// <summary>ID of the run that is waited for, or that a change which has ended has started.</summary>
    public virtual string? RunId { get; init; }

    /// <summary>Writes the result of the task, which has ended.</summary>
    public abstract void WriteResult();
}

/// <inheritdoc cref="Pending"/>
internal sealed class Pending<T>(Item item, Task<T> task, Action<T> write) : Pending(item, task)
{
    /// <inheritdoc/>
    public override string? RunId
    {
        get => base.RunId
            ?? (task.Status == TaskStatus.RanToCompletion ? (Result as FlowInstance)?.FlowInstanceId : null);
        init => base.RunId = value;
    }

#pragma warning disable VSTHRD002 // It has ended.
    private T Result => task.Result;
#pragma warning restore VSTHRD002

    /// <inheritdoc/>
    public override void WriteResult() => write(Result);
}
