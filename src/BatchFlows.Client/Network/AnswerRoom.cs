using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Client.Network;

/// <summary>
/// Limits the memory for the answers of a connection while they are read. Small answers need no permission; of large
/// ones, only so many are read at once that the total has a bound, whatever the number of calls.
/// </summary>
[SuppressMessage(
    "Design", "CA1001", Justification = "The turns are never waited for by handle, so they hold nothing to dispose.")]
internal sealed class AnswerRoom
{
    /// <summary>Maximum size of an answer that needs no permission, in bytes.</summary>
    public const int Free = 4 * 1024 * 1024;

    private readonly SemaphoreSlim _turns = new(2, 2);

    /// <summary>Waits for permission to read a large answer.</summary>
    /// <returns>Returns the permission when disposed.</returns>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(_turns);
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
