using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Client;

/// <summary>
/// The server's time zone, requested until it is known. It is only used to interpret times, so failing to get it fails
/// no call; it is then not requested again for a minute.
/// </summary>
[SuppressMessage(
    "Design", "CA1001", Justification = "The gate is never waited for by handle, so it holds nothing to dispose.")]
internal sealed class ServerZoneCache(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private ServerZone? _zone;
    private long? _failed;

    public async Task<ServerZone> GetAsync(
        Func<CancellationToken, Task<ServerZone>> ask, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _zone) is { } known) return known;
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_zone is null && _failed is { } failed && clock.GetElapsedTime(failed) < Pause)
                return ServerZone.Unknown;
            return _zone ??= await ask(cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException)
        {
            // The failed attempts were traced, and times in an unknown zone are marked as ambiguous.
            _failed = clock.GetTimestamp();
            return ServerZone.Unknown;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Keeps a zone that another call has received.</summary>
    public void Set(ServerZone zone) => Volatile.Write(ref _zone, zone);
}
