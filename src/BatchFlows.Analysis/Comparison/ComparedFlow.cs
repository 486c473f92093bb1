using System;
using System.Collections.Generic;
using System.Text;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Names;

namespace BatchFlows.Analysis.Comparison;

/// <summary>A flow on one side of a comparison, with the file that it has or would have.</summary>
internal sealed record ComparedFlow(FlowDefinition Definition)
{
    /// <summary>Path of the directory with slashes, in names of folders; empty for the root.</summary>
    public string Directory { get; init; } = "";

    /// <summary>The name of its file without the extension.</summary>
    public string Stem { get; init; } = FileName.Of(Definition.FlowName ?? "");

    /// <summary>True when its long commands are files of their own.</summary>
    public bool IsSplit { get; init; }

    public string Name => Definition.FlowName ?? "";

    public string Path => Directory.Length == 0 ? Name : $"{Directory}/{Name}";

    /// <summary>The texts of the files of a definition that stands in the place of this one, by their paths.</summary>
    public IReadOnlyDictionary<string, string> FilesOf(FlowDefinition? definition)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        if (definition is null) return files;
        var folder = Directory.Length == 0 ? "" : Directory + "/";
        var commands = IsSplit ? new CommandFiles(Stem) : null;
        files[folder + Stem + CanonicalFlow.Extension] =
            Encoding.UTF8.GetString(CanonicalFlow.Write(definition, commands));
        foreach (var (path, text) in commands?.Files ?? []) files[folder + path] = text;
        return files;
    }
}
