using System.Text.Json;

namespace BatchFlows;

/// <summary>A task of another flow that this one waits for.</summary>
public sealed class TaskLink : Link
{
    /// <summary>A new, empty link.</summary>
    public TaskLink()
        : base(default)
    {
    }

    internal TaskLink(JsonElement source)
        : base(source)
    {
    }

    /// <summary>The upstream flow and task.</summary>
    public override string ToString() => $"{SourceFlowName}/{SourceTaskName}";
}
