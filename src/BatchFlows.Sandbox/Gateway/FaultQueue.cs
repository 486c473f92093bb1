using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace BatchFlows.Sandbox;

/// <summary>Faults that wait for the next calls, or the next of one operation; first in, first out.</summary>
internal sealed class FaultQueue(SandboxResponse serviceFailed)
{
    private readonly List<(SandboxFault Fault, string? Operation)> _waiting = [];

    public void Add(SandboxFault fault, int count, string? operation = null)
    {
        if (count < 1) throw new ArgumentOutOfRangeException(nameof(count), count, "At least one call has to go wrong.");
        lock (_waiting)
        {
            for (; count > 0; count--) _waiting.Add((fault, operation));
        }
    }

    /// <summary>Takes the next fault, before any wait, so that calls meet the faults in the order of their arrival.</summary>
    public SandboxFault? Take(string? operation = null)
    {
        lock (_waiting)
        {
            var index = _waiting.FindIndex(waiting => waiting.Operation is null || waiting.Operation == operation);
            if (index < 0) return null;
            var fault = _waiting[index].Fault;
            _waiting.RemoveAt(index);
            return fault;
        }
    }

    public async Task<SandboxResponse> PlayAsync(SandboxFault? fault, Func<SandboxResponse> work, CancellationToken cancellationToken)
    {
        if (fault == SandboxFault.Hang) await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        return fault switch
        {
            null => work(),
            SandboxFault.DropBefore => SandboxResponse.Html(500, "Dropped") with { Delivery = SandboxDelivery.Drop },
            SandboxFault.DropAfter => work() with { Delivery = SandboxDelivery.Drop },
            SandboxFault.CutBody => work() with { Delivery = SandboxDelivery.Cut },
            SandboxFault.MalformedJson => FirstHalf(work()),
            SandboxFault.EmptyBody => work() with { Body = [] },
            SandboxFault.Html => SandboxResponse.Html(200, "Login"),
            SandboxFault.TooManyRequests => SandboxResponse.Gateway(429, "API rate limit exceeded").WithHeader("Retry-After", "0"),
            SandboxFault.InternalServerError => SandboxResponse.Gateway(500, "An unexpected error occurred"),
            SandboxFault.BadGateway => SandboxResponse.Html(502, "Bad Gateway"),
            SandboxFault.ServiceUnavailable => SandboxResponse.Gateway(503, "Service unavailable"),
            SandboxFault.Unauthorized => SandboxResponse.Gateway(401, "Invalid authentication credentials"),
            SandboxFault.ExpiredToken => TokenService.Expired,
            SandboxFault.ServiceFailed => serviceFailed,
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault of the sandbox."),
        };
    }

    private static SandboxResponse FirstHalf(SandboxResponse answer) =>
        answer with { Body = answer.Body.AsSpan(0, answer.Body.Length / 2).ToArray() };
}
