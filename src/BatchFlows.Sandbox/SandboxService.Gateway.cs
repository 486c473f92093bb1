using System;
using System.Collections.Generic;
using System.Linq;

namespace BatchFlows.Sandbox;

/// <content>How its gateway behaves, what goes wrong there, and what has arrived.</content>
public sealed partial class SandboxService
{
    /// <summary>The names of the service's operations, for <see cref="InjectFault"/>.</summary>
    public static IReadOnlyList<string> OperationNames { get; } = [.. OperationList.All.Select(known => known.Name)];

    /// <summary>
    /// How long each service call takes, by the machine's clock; token calls take no time. Zero at first.
    /// </summary>
    public TimeSpan Latency { get; set; }

    /// <summary>
    /// How far the gateway's clock, which it checks timestamps by and shows as <c>Date</c>, is ahead of the machine's.
    /// </summary>
    public TimeSpan ClockSkew { get; set; }

    /// <summary>
    /// How long it takes from one piece of a <see cref="SandboxFault.SlowDrip"/> to the next, by the machine's clock. A
    /// second at first.
    /// </summary>
    public TimeSpan DripInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Where a <see cref="SandboxFault.Redirect"/> leads; a login page that is not there at first.</summary>
    public Uri RedirectTarget { get; set; } = new("https://login.example.com/authorize?state=1");

    /// <summary>How long a token lives that is issued from now on. Two hours at first.</summary>
    public TimeSpan TokenLifetime
    {
        get => _tokens.Lifetime;
        set => _tokens.Lifetime = value;
    }

    /// <summary>How long it takes until the gateway knows a token that was issued. Zero at first.</summary>
    public TimeSpan TokenDelay
    {
        get => _tokens.Delay;
        set => _tokens.Delay = value;
    }

    /// <summary>
    /// JSON that the token service tells as a token's lifetime in place of the true one; empty to tell none, null for
    /// the true one, as at first.
    /// </summary>
    public string? TokenLifetimeText
    {
        get => _tokens.LifetimeText;
        set => _tokens.LifetimeText = value;
    }

    /// <summary>
    /// Service calls that arrived since the start or the last <see cref="ResetCounters"/>; token calls are not counted.
    /// </summary>
    public long RequestCount => _calls.Now.Count;

    /// <summary>
    /// The same calls by the documented name of their operation, such as "Trigger Flow"; those that name no operation
    /// are left out, and so are operations without a call.
    /// </summary>
    public IReadOnlyDictionary<string, long> CallCounts => _calls.Counts;

    /// <summary>
    /// Token calls, get and refresh, that arrived since the start or the last <see cref="ResetCounters"/>.
    /// </summary>
    public long TokenRequestCount => _tokenCalls.Now.Count;

    /// <summary>Service calls that are being worked on now.</summary>
    public int InFlight => _calls.Now.InFlight;

    /// <summary>The most service calls at once since the start or the last <see cref="ResetCounters"/>.</summary>
    public int PeakInFlight => _calls.Now.Peak;

    /// <summary>Sets the counts to zero, and the peak to what is in flight now.</summary>
    public void ResetCounters()
    {
        _calls.Reset();
        _tokenCalls.Reset();
    }

    /// <summary>Makes every token issued so far stale.</summary>
    public void ExpireTokens() => _tokens.ExpireAll();

    /// <summary>Makes the next service calls go wrong, after all faults that wait already.</summary>
    /// <param name="fault">How they go wrong.</param>
    /// <param name="count">How many of them; at least 1.</param>
    /// <param name="operation">
    /// Documented name of the operation whose calls it waits for, such as "Trigger Flow"; any when absent.
    /// </param>
    /// <exception cref="ArgumentException">No operation has this name.</exception>
    public void InjectFault(SandboxFault fault, int count = 1, string? operation = null)
    {
        if (operation is not null && !OperationList.All.Any(known => known.Name == operation))
            throw new ArgumentException($"The service has no operation '{operation}'.", nameof(operation));
        _faults.Add(fault, count, operation);
    }

    /// <summary>The faults of service calls that have not happened yet.</summary>
    public IReadOnlyList<WaitingFault> Faults => _faults.Waiting;

    /// <summary>Removes the faults of service and token calls that have not happened yet.</summary>
    public void ClearFaults()
    {
        _faults.Clear();
        _tokenFaults.Clear();
    }

    /// <summary>Makes the next token calls go wrong, after all faults that wait already.</summary>
    /// <param name="fault">How they go wrong.</param>
    /// <param name="count">How many of them; at least 1.</param>
    public void InjectTokenFault(SandboxFault fault, int count = 1) => _tokenFaults.Add(fault, count);
}
