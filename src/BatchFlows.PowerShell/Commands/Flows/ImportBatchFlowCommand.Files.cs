using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Files;
using BatchFlows.Procedures.Backups;

namespace BatchFlows.Commands;

/// <content>The files that it reads.</content>
public sealed partial class ImportBatchFlowCommand
{
    private IEnumerable<string> Files() => ParameterSetName == FromPath
        ? Path.SelectMany(path => Resolve(path, () => FilePath.Find(SessionState, path)))
        : LiteralPath.SelectMany(path => Resolve(path, () => [FilePath.ResolveFile(SessionState, path)]));

    private IEnumerable<string> Resolve(string path, Func<IEnumerable<string>> resolve)
    {
        try
        {
            return resolve();
        }
        catch (FileNotReadException e)
        {
            WriteFailure(ItemOf(path), e);
            return [];
        }
    }

    private IEnumerable<(object Given, SavedFlow Flow)> Read(string path)
    {
        try
        {
            // On a thread of its own, so that a large file or a slow disk can be stopped.
            var (flow, hasDirectory) = PipelineThread.Wait(Task.Run(() => Backups.Read(path, PipelineThread.Stopping)));
            return Directory is not null || DirectoryId is not null || hasDirectory
                ? [(path, flow)]
                : throw new FileNotReadException(
                    path, "nothing tells its directory, because it is not in a backup",
                    remedy: "Specify the target directory with -Directory or -DirectoryId.");
        }
        catch (FileNotReadException e)
        {
            WriteFailure(ItemOf(path), e);
            return [];
        }
    }
}
