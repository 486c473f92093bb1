using System.Text.Json;
using BatchFlows.Model.Json;

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

    /// <summary>Name of the upstream task in that flow (<c>sourceTaskName</c>).</summary>
    public string? SourceTaskName { get => Find("sourceTaskName").AsText(); set => Set("sourceTaskName", value); }

    /// <summary>The upstream flow and task.</summary>
    public override string ToString() => $"{SourceFlowName}/{SourceTaskName}";
}
