using System;
using System.Collections.Generic;
using System.Linq;
using BatchFlows.Files;
using BatchFlows.Pipeline;
using BatchFlows.Procedures.Files;

namespace BatchFlows.Commands;

/// <summary>
/// The files of flows for the commands that read any of them. A path that cannot be used is an error.
/// </summary>
internal static class DefinitionFiles
{
    /// <param name="paths">Files and folders; with wildcards.</param>
    /// <param name="literalPaths">Files and folders, named as they are.</param>
    public static IEnumerable<string> FilesOf(this ServiceCommand command, string[] paths, string[] literalPaths)
    {
        return paths.SelectMany(path => Try(path, () => FilePath.Find(command.SessionState, path)))
            .Concat(literalPaths.SelectMany(
                path => Try(path, () => [FilePath.ResolveFile(command.SessionState, path)])))
            .SelectMany(path => Try(path, () => FlowFolder.FilesOf(path)));

        IEnumerable<string> Try(string path, Func<IEnumerable<string>> find)
        {
            try
            {
                return [.. find()];
            }
            catch (FileNotReadException e)
            {
                command.WriteFailure(command.ItemOf(path), e);
                return [];
            }
        }
    }
}
