using System;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;

namespace BatchFlows.Pipeline;

/// <summary>A command that asks one thing at a time.</summary>
public abstract class CallCommand : ServiceCommand
{
    /// <summary>Waits for work and writes what came of it; a failure is one error record.</summary>
    /// <param name="target">What the user passed, for an error record.</param>
    /// <param name="work">The work; begins on the pipeline thread.</param>
    /// <param name="write">Writes the result.</param>
    /// <param name="choose">Gives the client that is to do the work, or null when it is not to be done; that of the item when not given.</param>
    private protected void Call<T>(
        object? target, Func<FlowClient, CancellationToken, Task<T>> work, Action<T> write, Func<FlowClient, FlowClient?>? choose = null)
    {
        T result;
        try
        {
            var client = choose is null ? Client() : choose(Client());
            if (client is null) return;
            result = PipelineThread.Wait(work(client, PipelineThread.Stopping));
        }
        catch (FlowException e)
        {
            WriteFailure(e, target, IsConnectionOfItem);
            return;
        }

        write(result);
    }
}
