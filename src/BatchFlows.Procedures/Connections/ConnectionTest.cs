using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Client.Requests;

namespace BatchFlows.Procedures.Connections;

/// <summary>
/// Checks, step by step, whether calls through a connection succeed, or why they fail. It only reads, and a failed
/// check is a result like any other.
/// </summary>
/// <param name="client">Asks the service.</param>
internal sealed class ConnectionTest(FlowClient client)
{
    private static readonly Page Shortest = new(1, 1);

    private Attempt<bool> _login = new(default, Failure: null);
    private Attempt<TimeSpan?> _signed = new(default, Failure: null);
    private Attempt<IReadOnlyList<FlowSummary>> _own = new(default, Failure: null);

    /// <summary>The steps in their order. A step is skipped if the check that it needs did not pass.</summary>
    private IReadOnlyList<Step> Steps =>
    [
        new("Address", Needs: null, LookAtAddressAsync),
        new("TLS", "Address", LookAtCertificateAsync),
        new("Clock", "TLS", LookAtClockAsync),
        new("Key", "TLS", _ => Task.FromResult(Of(_login, _ => "The token service returned a token."))),
        new("Signature", "Key", _ => Task.FromResult(Of(_signed, _ => "The gateway accepts a signed call."))),
        new("User and organisation", "Signature", LookAtUserAsync),
        new("Rights", "User and organisation", LookAtRightsAsync),
        new("Time zone", "Signature", LookAtTimeZoneAsync),
    ];

    /// <summary>Takes the steps. May be called once.</summary>
    /// <returns>One check for each step, in the order of the steps.</returns>
    public async Task<IReadOnlyList<ConnectionCheck>> RunAsync(CancellationToken cancellationToken = default)
    {
        var checks = new List<ConnectionCheck>();
        foreach (var step in Steps)
        {
            var isReached = step.Needs is null || checks.Exists(check => check.Check == step.Needs && check.Passed);
            var (outcome, result, remedy) = isReached
                ? await step.LookAsync(cancellationToken).ConfigureAwait(false)
                : new Finding(CheckOutcome.NotReached, "A check before this one failed.");
            checks.Add(new ConnectionCheck(step.Check, outcome, result, remedy, client.Connection.Name));
        }

        return checks;
    }

    private async Task<Finding> LookAtAddressAsync(CancellationToken cancellationToken)
    {
        _login = await TryAsync(async () =>
        {
            await client.AuthenticateAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        if (_login.Failure is
            {
                Kind: FailureKind.NotConnected or FailureKind.ConnectionFailed
            or FailureKind.RequestTimedOut or FailureKind.ResponseInvalid
            } failure) return Finding.Failed(failure);
        var through = client.Connection.Proxy is { } proxy ? $" through the proxy {proxy}" : "";
        return Finding.Passed($"{client.Connection.Gateway} answers{through}.");
    }

    private Task<Finding> LookAtCertificateAsync(CancellationToken cancellationToken) => Task.FromResult(
        _login.Failure is { Kind: FailureKind.CertificateRejected } failure
            ? Finding.Failed(failure)
            : Finding.OfCertificate(client.Connection));

    private async Task<Finding> LookAtClockAsync(CancellationToken cancellationToken)
    {
        if (_login.Failure is { } refused) return Finding.OfClock(refused.ClockDifference);
        _signed = await TryAsync(() => client.CompareClocksAsync(cancellationToken)).ConfigureAwait(false);
        return Finding.OfClock(_signed.Failure?.ClockDifference ?? _signed.Result);
    }

    /// <summary>A user who lacks a right, or is locked, is known to the service.</summary>
    private async Task<Finding> LookAtUserAsync(CancellationToken cancellationToken)
    {
        _own = await TryAsync(() => client.GetMyFlowsAsync(cancellationToken: cancellationToken))
            .ConfigureAwait(false);
        return _own.Failure is { Kind: not (FailureKind.AccessDenied or FailureKind.AccountLocked) } failure
            ? Finding.Failed(failure)
            : Finding.Passed($"{client.Connection.UserId} belongs to {client.Connection.OrganizationId}.");
    }

    private async Task<Finding> LookAtRightsAsync(CancellationToken cancellationToken)
    {
        if (_own.Failure is { } refused) return Finding.Failed(refused);
        var all = await TryAsync(() => client.SearchFlowsAsync(expression: null, Shortest, cancellationToken))
            .ConfigureAwait(false);
        return Of(all, _ => string.Format(
            CultureInfo.InvariantCulture,
            "The user can read the flows of the organisation, and can edit {0} of its {1} own flows.{2}",
            _own.Result!.Count(flow => flow.CanEdit == true),
            _own.Result!.Count,
            client.Connection.IsReadOnly ? " The connection is read-only." : ""));
    }

    private async Task<Finding> LookAtTimeZoneAsync(CancellationToken cancellationToken)
    {
        var zone = await TryAsync(() => client.GetTimeZoneAsync(cancellationToken)).ConfigureAwait(false);
        return zone.Result is { Offset: null } unknown
            ? Finding.OfUnknownZone(unknown)
            : Of(zone, found => $"The server is in {found}.");
    }

    private static Finding Of<T>(Attempt<T> attempt, Func<T, string> describe) =>
        attempt.Failure is { } failure ? Finding.Failed(failure) : Finding.Passed(describe(attempt.Result!));

    private static async Task<Attempt<T>> TryAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return new Attempt<T>(await call().ConfigureAwait(false), Failure: null);
        }
        catch (FlowServiceException e)
        {
            return new Attempt<T>(default, e);
        }
    }

    /// <summary>A call that was made.</summary>
    private sealed record Attempt<T>(T? Result, FlowServiceException? Failure);

    /// <param name="Check">What is looked at.</param>
    /// <param name="Needs">The check that must have passed; null for the first.</param>
    /// <param name="LookAsync">Looks.</param>
    private sealed record Step(string Check, string? Needs, Func<CancellationToken, Task<Finding>> LookAsync);
}
