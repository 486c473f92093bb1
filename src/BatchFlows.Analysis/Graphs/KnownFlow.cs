using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Analysis.Graphs;

/// <summary>A flow of an organisation, with what dependencies need to know of it.</summary>
internal sealed class KnownFlow
{
    private readonly List<string> _taskNames;
    private readonly List<string> _unknownNames = [];
    private readonly Dictionary<string, int> _taskIndexes;

    /// <param name="definition">Its definition.</param>
    /// <param name="flowId">Its ID; null when that is not known.</param>
    /// <param name="isActive">True when its schedule is active; null when that is not known.</param>
    public KnownFlow(FlowDefinition definition, long? flowId, bool? isActive = null)
    {
        (Definition, FlowId, IsActive) = (definition, flowId, isActive);
        Name = definition.FlowName ?? "";
        _taskNames = new(definition.Tasks.Count);
        _taskIndexes = new(definition.Tasks.Count, StringComparer.Ordinal);
        foreach (var task in definition.Tasks)
        {
            var name = task.TaskName ?? "";
            if (_taskIndexes.ContainsKey(name)) continue;
            _taskIndexes.Add(name, _taskNames.Count);
            _taskNames.Add(name);
        }

        var relations = new List<(int, int)>(definition.Relations.Count);
        foreach (var one in definition.Relations) relations.Add((EndOf(one.SourceTaskName), EndOf(one.TargetTaskName)));
        Relations = relations;
    }

    public FlowDefinition Definition { get; }

    public long? FlowId { get; }

    /// <summary>Set once it was read.</summary>
    public bool? IsActive { get; set; }

    public string Name { get; }

    /// <summary>The names of its tasks, each once.</summary>
    public IReadOnlyList<string> TaskNames => _taskNames;

    /// <summary>
    /// Its relations by the indexes of their tasks; an index after those of the tasks is of a name that no task has.
    /// </summary>
    public IReadOnlyList<(int Source, int Target)> Relations { get; }

    /// <summary>The index of a name of a task; null for an unknown one.</summary>
    public int? IndexOf(string taskName) => _taskIndexes.TryGetValue(taskName, out var index) ? index : null;

    /// <summary>The name that an end of a relation has.</summary>
    public string NameOf(int index) =>
        IsTask(index) ? _taskNames[index] : _unknownNames[index - _taskNames.Count];

    public bool IsTask(int index) => index < _taskNames.Count;

    /// <summary>The tasks that follow no other of the flow, by index; all in a circle without a beginning.</summary>
    public IReadOnlyList<int> FirstTasks() => WithoutNeighbour(one => one.Target);

    /// <summary>The tasks that no other of the flow follows, by index; all in a circle without an end.</summary>
    public IReadOnlyList<int> LastTasks() => WithoutNeighbour(one => one.Source);

    /// <summary>Its tasks and the relations between them, by index.</summary>
    public Digraph TaskGraph() => new(
        _taskNames.Count, [.. Relations.Where(relation => IsTask(relation.Source) && IsTask(relation.Target))]);

    public override string ToString() => FlowId is null ? Name : $"{FlowId} '{Name}'";

    private int EndOf(string? taskName)
    {
        if (IndexOf(taskName ?? "") is { } index) return index;
        _unknownNames.Add(taskName ?? "");
        return _taskNames.Count + _unknownNames.Count - 1;
    }

    private int[] WithoutNeighbour(Func<(int Source, int Target), int> endOf)
    {
        var isTaken = new bool[_taskNames.Count];
        foreach (var relation in Relations)
        {
            if (IsTask(endOf(relation))) isTaken[endOf(relation)] = true;
        }

        var all = Enumerable.Range(0, isTaken.Length).ToArray();
        var free = Array.FindAll(all, task => !isTaken[task]);
        return free.Length > 0 ? free : all;
    }
}
