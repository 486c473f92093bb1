using System;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Errors;

namespace BatchFlows.Pipeline;

/// <summary>A command that asks one thing at a time.</summary>
public abstract class CallCommand : ServiceCommand
{
    /// <summary>Waits for work and writes what came of it; a failure is one error record.</summary>
    /// <param name="target">What the user passed, for an error record.</param>
    private protected void Call<T>(object? target, Func<FlowClient, CancellationToken, Task<T>> work, Action<T> write)
    {
        T result;
        try
        {
            result = PipelineThread.Wait(work(Client(), PipelineThread.Stopping));
        }
        catch (Exception e) when (ErrorRecords.IsExpected(e))
        {
            WriteFailure(e, target, IsConnectionOfItem);
            return;
        }

        write(result);
    }
}
