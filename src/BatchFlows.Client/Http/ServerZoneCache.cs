using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Http;

/// <summary>The server's time zone, which is asked for once. It only serves to read times: that it is not to be had fails no call.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The gate is never waited for by handle, so it holds nothing to dispose.")]
internal sealed class ServerZoneCache
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private ServerZone? _zone;

    public async Task<ServerZone> GetAsync(Func<CancellationToken, Task<ServerZone>> ask, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _zone) is { } known) return known;
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _zone ??= await ask(cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException)
        {
            // Its attempts were traced, and times of an unknown zone say that they are ambiguous.
            return _zone = ServerZone.Unknown;
        }
        finally
        {
            _gate.Release();
        }
    }
}
