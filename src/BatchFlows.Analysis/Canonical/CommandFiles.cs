using System;
using System.Collections.Generic;
using System.Text.Json;
using BatchFlows.Analysis.Names;
using BatchFlows.Model.Json;

namespace BatchFlows.Analysis.Canonical;

/// <summary>The long commands of one flow, each in a file of its own in a folder beside the flow's.</summary>
/// <param name="folder">Name of the folder.</param>
internal sealed class CommandFiles(string folder)
{
    private const int LongestLine = 120;

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Path, string Text)> _files = [];

    /// <summary>Paths from the folder of the flow's file, with slashes, and their texts.</summary>
    public IReadOnlyList<(string Path, string Text)> Files => _files;

    /// <summary>The path of a command's file; null for a command that stays in the definition.</summary>
    public string? Take(JsonElement task, string? command)
    {
        if (command is null || !IsLong(command)) return null;
        var extension = ExtensionOf(new TaskType(task.Field("type").AsText()));
        var name = FileName.Of(task.Field("name").AsText() ?? "");
        var file = name + extension;
        for (var i = 2; !_names.Add(file); i++) file = $"{name} ({i}){extension}";
        var path = $"{folder}/{file}";
        _files.Add((path, command));
        return path;
    }

    private static bool IsLong(string command) => command.Length > LongestLine || command.IndexOfAny(['\n', '\r']) >= 0;

    private static string ExtensionOf(TaskType type) => type.Name.ToUpperInvariant() switch
    {
        "PYTHON" => ".py",
        "HIVE" => ".sql",
        _ => ".sh",
    };
}
