using System;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Files;
using BatchFlows.Errors;
using BatchFlows.Pipeline;

namespace BatchFlows.Commands;

/// <summary>A command that fills, saves or loads sandboxes, which takes seconds when they are large.</summary>
public abstract class SandboxCommand : AsyncCommand
{
    /// <summary>Does work that can be stopped.</summary>
    private protected void Do(Action<CancellationToken> work) => PipelineThread.Wait(Task.Run(() =>
    {
        work(PipelineThread.Stopping);
        return true;
    }));

    /// <summary>The full path, or the end of the command.</summary>
    private protected string Resolve(string path)
    {
        try
        {
            return FilePath.Resolve(SessionState, path);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            ThrowTerminatingError(ErrorRecords.InvalidPath(path, e.Message.TrimEnd('.')));
            throw;
        }
    }
}
