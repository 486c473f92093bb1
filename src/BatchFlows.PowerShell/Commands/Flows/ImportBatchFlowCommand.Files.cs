using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BatchFlows.Files;
using BatchFlows.Procedures.Files;

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

    private IEnumerable<(object Given, FlowDefinition Definition, long? Id)> Read(string path)
    {
        try
        {
            // On a thread of its own, so that a large file or a slow disk can be stopped.
            var definition = PipelineThread.Wait(Task.Run(() => FlowFile.Read(path, PipelineThread.Stopping)));
            return [(path, definition, FlowFileName.IdIn(path))];
        }
        catch (FileNotReadException e)
        {
            WriteFailure(ItemOf(path), e);
            return [];
        }
    }
}
