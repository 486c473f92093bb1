using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Client.Handlers;

/// <summary>
/// Limits how fast requests are sent through a connection, in the order in which they come. A bucket fills at the given
/// rate, and each request takes from it. When the gateway's quota is used up, all requests wait, and the rate is halved
/// and recovers. System.Threading.RateLimiting would be one more library to ship, accepts no clock but the system's,
/// and cannot change its rate.
/// </summary>
/// <param name="maximum">Maximum requests per second; null for no limit except the gateway's.</param>
[SuppressMessage(
    "Design", "CA1001", Justification = "The turn is never waited for by handle, so it holds nothing to dispose.")]
internal sealed class RequestPace(double? maximum, TimeProvider clock)
{
    private const double BurstSeconds = 0.1; // timers are late by some milliseconds, which this makes up for
    private const double RecoverySeconds = 30;
    private const double LowestPart = 1.0 / 16;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly long _start = clock.GetTimestamp();
    private double _rate = maximum ?? 0;
    private double _bucket = 1;
    private TimeSpan _filled;
    private TimeSpan _heldUntil;
    private volatile bool _isHeld;

    private TimeSpan Now => clock.GetElapsedTime(_start);

    /// <summary>
    /// Waits until a request may go out; the caller must send it at once. A cancelled caller makes room for the next.
    /// </summary>
    public ValueTask WaitAsync(CancellationToken cancellationToken) =>
        maximum is null && !_isHeld ? default : new ValueTask(WaitForTurnAsync(cancellationToken));

    /// <summary>Holds all requests back because the gateway's quota is used up.</summary>
    /// <param name="asked">
    /// How long the gateway asked us to wait. If it did not say: one second when a rate limit is set, otherwise no
    /// wait.
    /// </param>
    public void HoldBack(TimeSpan? asked)
    {
        if (maximum is null && asked is null) return;
        lock (_gate)
        {
            var now = Now;
            // Refusals during the wait belong to requests sent earlier, so they do not lower the rate again.
            if (now >= _heldUntil && maximum is { } most)
            {
                Fill(now, most);
                _rate = Math.Max(_rate / 2, most * LowestPart);
            }

            _bucket = 0;
            _isHeld = true;
            if (now + (asked ?? Pause) is var end && end > _heldUntil) _heldUntil = _filled = end;
        }
    }

    private async Task WaitForTurnAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (TryTake() is { } wait) await clock.Delay(wait, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <returns>How long to wait before the next try; null when the request may go.</returns>
    private TimeSpan? TryTake()
    {
        lock (_gate)
        {
            var now = Now;
            if (now < _heldUntil) return _heldUntil - now;
            _isHeld = false;
            if (maximum is not { } most) return null;
            Fill(now, most);
            if (_bucket < 1) return TimeSpan.FromMilliseconds(Math.Ceiling((1 - _bucket) / _rate * 1000));
            _bucket--;
            return null;
        }
    }

    private void Fill(TimeSpan now, double most)
    {
        var seconds = Math.Max(0, (now - _filled).TotalSeconds);
        _bucket = Math.Min(Math.Max(1, _rate * BurstSeconds), _bucket + (seconds * _rate));
        _rate = Math.Min(most, _rate + (most * seconds / RecoverySeconds));
        _filled = now;
    }
}
