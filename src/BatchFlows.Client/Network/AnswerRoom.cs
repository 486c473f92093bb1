using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Client.Network;

/// <summary>
/// The memory for the answers of a connection while they are read. Small ones need no leave; of large ones so few are
/// read at once that all together have a bound, however many calls there are and whatever they answer.
/// </summary>
[SuppressMessage(
    "Design", "CA1001", Justification = "The turns are never waited for by handle, so they hold nothing to dispose.")]
internal sealed class AnswerRoom
{
    /// <summary>The most bytes of an answer that needs no leave.</summary>
    public const int Free = 4 * 1024 * 1024;

    private readonly SemaphoreSlim _turns = new(2, 2);

    /// <summary>Waits for leave to read a large answer.</summary>
    /// <returns>Gives the leave back.</returns>
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
