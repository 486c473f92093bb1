using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Client;

/// <summary>
/// The server's time zone, which is asked for until it is known. It only serves to read times: that it is not to be had
/// fails no call, and delays those of the next minute no more.
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
            // Its attempts were traced, and times of an unknown zone say that they are ambiguous.
            _failed = clock.GetTimestamp();
            return ServerZone.Unknown;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Keeps what was asked for besides.</summary>
    public void Set(ServerZone zone) => Volatile.Write(ref _zone, zone);
}
