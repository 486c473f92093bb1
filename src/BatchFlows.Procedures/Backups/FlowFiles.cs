using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatchFlows.Analysis.Canonical;
using BatchFlows.Analysis.Names;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Procedures.Backups;

/// <summary>The files of a flow in a backup, with what they are to hold.</summary>
internal sealed class FlowFiles
{
    /// <param name="path">Relative path of the flow's file, with slashes.</param>
    public FlowFiles(string path, FlowDefinition definition, bool splitsCommands)
    {
        var commands = splitsCommands ? new CommandFiles(FlowFileName.StemOf(path)) : null;
        var content = CanonicalFlow.Write(definition, commands);
        Hash = ContentHash.Of(splitsCommands ? CanonicalFlow.Write(definition) : content);
        var folder = path.Substring(0, path.LastIndexOf('/') + 1);
        All = [.. (commands?.Files ?? [])
            .Select(command => (folder + command.Path, Encoding.UTF8.GetBytes(command.Text))), (path, content)];
        Commands = [.. All.Take(All.Count - 1).Select(file => file.Path)];
    }

    /// <summary>SHA-256 of the definition, with all commands in it.</summary>
    public string Hash { get; }

    /// <summary>All files; the flow's own is the last, so that the commands that it names are written before.</summary>
    public List<(string Path, byte[] Content)> All { get; }

    /// <summary>Relative paths of the files with commands.</summary>
    public IReadOnlyList<string> Commands { get; }
}
