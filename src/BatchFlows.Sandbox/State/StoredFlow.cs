using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>
/// A flow of the organisation: the text of its definition, and the facts that only the service knows.
/// </summary>
internal sealed class StoredFlow
{
    private string _definition = "";
    private FlowModel? _model;

    public required long Id { get; init; }

    /// <summary>
    /// The definition as JSON text. It is sent as it is, and read only when something asks for the <see cref="Model"/>.
    /// </summary>
    public required string Definition
    {
        get => _definition;
        set => (_definition, _model) = (value, null);
    }

    public required string DirectoryId { get; init; }

    public required string Creator { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public required string UpdateUser { get; set; }

    public required DateTimeOffset UpdateTime { get; set; }

    /// <summary>0 for the portal, 1 for an import.</summary>
    public int Entry { get; init; }

    public bool IsActive { get; set; }

    public bool IsLocked { get; set; }

    public string Queue { get; set; } = "";

    /// <summary>Ids of tasks by name; a task that was not asked for yet has none.</summary>
    public Dictionary<string, long> TaskIds { get; init; } = [];

    /// <summary>Places of graph nodes by node id, as far as somebody moved them.</summary>
    public Dictionary<string, NodePosition> Positions { get; init; } = [];

    public FlowModel Model => _model ??= FlowModel.Of(_definition);

    public TaskModel? TaskWithId(long taskId) =>
        Model.Tasks.FirstOrDefault(task => TaskIds.TryGetValue(task.Name, out var id) && id == taskId);
}
