using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Analysis.Shells;
using BatchFlows.Analysis.Variables;

namespace BatchFlows.Analysis.Rules;

/// <summary>A task, with what several rules want to know of it.</summary>
internal sealed class CheckedTask(FlowTask task, int index)
{
    private static readonly string[] ShellTypes = ["SHELL", "COMMAND"];

    private ShellScript? _shell;
    private IReadOnlyList<string>? _variables;

    public FlowTask Task { get; } = task;

    public string Name { get; } = task.TaskName ?? "";

    public string Command { get; } = task.Command ?? "";

    public RunMode RunMode => Task.RunMode;

    public bool IsShell { get; } = ShellTypes.Contains(task.Type.Name, StringComparer.OrdinalIgnoreCase);

    public bool IsSplit => RunMode.TaskMode == TaskMode.Multiple;

    /// <summary>The command as a shell script; null for a task of another type.</summary>
    public ShellScript? Shell => IsShell ? _shell ??= ShellScript.Parse(Command) : null;

    /// <summary>The names of the variables in its command, its file and its distribution key.</summary>
    public IReadOnlyList<string> Variables => _variables ??= VariableReferences.In(
        string.Join("\n", Command, Task.FilePackage, RunMode.Content, RunMode.Path));

    /// <summary>The path of a field.</summary>
    public string At(string field) => field.Length == 0 ? $"tasks[{index}]" : $"tasks[{index}].{field}";
}
