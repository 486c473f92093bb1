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
    private (long At, string Why)? _failure;
    private int _isTold;

    /// <summary>The zone; null until it was received.</summary>
    public ServerZone? Known => Volatile.Read(ref _zone);

    public async Task<ServerZone> GetAsync(
        Func<CancellationToken, Task<ServerZone>> ask, CancellationToken cancellationToken)
    {
        if (Known is { } known) return known;
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_zone is null && _failure is { } failure && clock.GetElapsedTime(failure.At) < Pause)
                return ServerZone.Unknown;
            return _zone ??= await ask(cancellationToken).ConfigureAwait(false);
        }
        catch (FlowServiceException e)
        {
            // The failed attempts were traced, and times in an unknown zone are marked as ambiguous.
            _failure = (clock.GetTimestamp(), e.Message);
            return ServerZone.Unknown;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Why the offset of the zone is not known, once; null when it is known, or that was said.</summary>
    public string? TakeProblem()
    {
        var why = Known is not { } zone ? _failure?.Why
            : zone.Offset is null ? $"The service names it '{zone}', which is in no known form."
            : null;
        return why is not null && Interlocked.Exchange(ref _isTold, 1) == 0 ? why : null;
    }

    /// <summary>Keeps a zone that another call has received.</summary>
    public void Set(ServerZone zone) => Volatile.Write(ref _zone, zone);
}
