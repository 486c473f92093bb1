using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <summary>
/// The whole state of the service, saved as it is. Callers hold the lock of <see cref="BatchService"/>.
/// </summary>
internal sealed partial class Organization
{
    /// <summary>How many levels of directories there are below the root: clients read JSON of 64 levels.</summary>
    public const int DeepestDirectory = 25;

    public required List<SandboxUser> Users { get; init; }

    public required List<StoredDirectory> Directories { get; init; }

    public SortedDictionary<long, StoredFlow> Flows { get; init; } = [];

    /// <summary>Ids of temporary flows, and which flow each is a copy of.</summary>
    public Dictionary<long, long> Drafts { get; init; } = [];

    /// <summary>Runs by flow; they outlive it.</summary>
    public SortedDictionary<long, FlowQueue> Queues { get; init; } = [];

    public TimeSpan DefaultTaskDuration { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The server's distance to UTC.</summary>
    public TimeSpan UtcOffset { get; set; } = TimeSpan.FromHours(8);

    public SandboxSorters Sorters { get; set; }

    /// <summary>Up to when the scheduler has started runs; null while it is off.</summary>
    public DateTimeOffset? ScheduledTime { get; set; }

    /// <summary>What scheduled runs follow; null when the commands of their tasks say all.</summary>
    public History? History { get; set; }

    public long LastFlowId { get; set; } = 3100;

    public long LastTaskId { get; set; } = 100000;

    public StoredDirectory Root => Directories[0];

    public StoredFlow? FlowNamed(string name) => Flows.Values.FirstOrDefault(flow => flow.Model.Name == name);

    /// <summary>An id that neither a flow nor a temporary flow nor a run of a deleted flow has.</summary>
    public long NewFlowId()
    {
        do LastFlowId++;
        while (!IsFree(LastFlowId));
        return LastFlowId;
    }

    public bool IsFree(long flowId) =>
        !Flows.ContainsKey(flowId) && !Drafts.ContainsKey(flowId) && !Queues.ContainsKey(flowId);

    /// <summary>The ids of a flow's tasks, in their order; a new name gets a new id.</summary>
    public IReadOnlyList<long> TaskIdsOf(StoredFlow flow)
    {
        foreach (var task in flow.Model.Tasks)
        {
            if (!flow.TaskIds.ContainsKey(task.Name)) flow.TaskIds.Add(task.Name, ++LastTaskId);
        }
        return [.. flow.Model.Tasks.Select(task => flow.TaskIds[task.Name])];
    }

    public StoredDirectory AddDirectory(string name, StoredDirectory parent)
    {
        var directory = new StoredDirectory(DirectoryId(Directories.Count), name, parent.Id);
        Directories.Add(directory);
        return directory;
    }

    /// <summary>How many levels a directory lies below the root; more than allowed for one in a circle.</summary>
    public int DepthOf(StoredDirectory directory)
    {
        var depth = 0;
        for (var at = directory; at?.ParentId is { } parent && depth <= DeepestDirectory; depth++)
            at = Directories.Find(candidate => candidate.Id == parent);
        return depth;
    }

    /// <summary>
    /// Ids that look like the service's and are the same each time; the first is the documented root's.
    /// </summary>
    public static string DirectoryId(int number) => $"{0x249a33bd + number:x8}419a4710b1567f5088f8955b";
}
