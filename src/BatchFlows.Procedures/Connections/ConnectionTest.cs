using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchFlows.Client;
using BatchFlows.Client.Errors;
using BatchFlows.Client.Requests;

namespace BatchFlows.Procedures.Connections;

/// <summary>
/// Looks, step by step, why calls through a connection fail or whether they will pass. It only reads, and a failing
/// check is a row like any other.
/// </summary>
/// <param name="client">Asks the service.</param>
internal sealed class ConnectionTest(FlowClient client)
{
    private static readonly TimeSpan Finest = TimeSpan.FromSeconds(2); // gateways tell whole seconds
    private static readonly Page Shortest = new(1, 1);

    /// <summary>
    /// Makes the checks: address, TLS, clock, key, signature, user and organisation, rights, time zone, in this order.
    /// </summary>
    public async Task<IReadOnlyList<ConnectionCheck>> RunAsync(CancellationToken cancellationToken = default)
    {
        var checks = new List<ConnectionCheck>();
        var connection = client.Connection;
        var login = await TryAsync(async () =>
        {
            await client.AuthenticateAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        var signed = await ThenAsync(login, () => client.CompareClocksAsync(cancellationToken)).ConfigureAwait(false);
        var own = await ThenAsync(signed, () => client.GetMyFlowsAsync(cancellationToken: cancellationToken))
            .ConfigureAwait(false);
        var all = await ThenAsync(own, () => client.SearchFlowsAsync(expression: null, Shortest, cancellationToken))
            .ConfigureAwait(false);
        var zone = await ThenAsync(signed, () => client.GetTimeZoneAsync(cancellationToken)).ConfigureAwait(false);

        var isAnswered = login?.Failure?.Kind is not (
            FailureKind.NotConnected or FailureKind.ConnectionFailed or FailureKind.RequestTimedOut
                or FailureKind.ResponseInvalid);
        var isTrusted = isAnswered && login?.Failure?.Kind != FailureKind.CertificateRejected;
        var isUserKnown = own?.Failure?.Kind is FailureKind.AccessDenied or FailureKind.AccountLocked;

        Add("Address", isAnswered
            ? Passed(
                $"{connection.Gateway} answers{(connection.Proxy is { } proxy ? $" through the proxy {proxy}" : "")}.")
            : Failed(login!.Failure!));
        Add("TLS", !isAnswered ? null : isTrusted ? Passed(Tls(connection)) : Failed(login!.Failure!));
        Add("Clock", isTrusted
            ? Clock(login?.Failure?.ClockDifference ?? signed?.Failure?.ClockDifference ?? signed?.Result)
            : null);
        Add("Key", isTrusted ? Of(login, _ => "The token service gave a token.") : null);
        Add("Signature", Of(signed, _ => "The gateway accepts a signed call."));
        Add("User and organisation", isUserKnown ? Passed(User()) : Of(own, _ => User()));
        Add("Rights", isUserKnown ? Failed(own!.Failure!) : Of(all, _ => Rights(own!.Result!)));
        Add("Time zone", zone?.Result is
        { Offset: null } unknown ? UnknownZone(unknown) : Of(zone, found => $"The server is in {found}."));
        return checks;

        void Add(string check, Finding? finding)
        {
            var (outcome, result, remedy) = finding
                ?? new Finding(CheckOutcome.NotReached, "A check before this one failed.");
            checks.Add(new ConnectionCheck(check, outcome, result, remedy, connection.Name));
        }

        string User() => $"{connection.UserId} belongs to {connection.OrganizationId}.";

        string Rights(IReadOnlyList<FlowSummary> flows) => string.Format(
            CultureInfo.InvariantCulture,
            "The user may read the flows of the organisation, and change {0} of the {1} that are its own.{2}",
            flows.Count(flow => flow.CanEdit == true),
            flows.Count,
            connection.IsReadOnly ? " The connection is for reading only." : "");
    }

    private static string Tls(FlowConnection connection) =>
        connection.Gateway.Scheme == Uri.UriSchemeHttp ? "Not needed: the gateway is on this machine."
        : connection.SkipCertificateCheck ? "The certificate was not looked at, as the connection says."
        : connection.CertificateAuthorities.Count > 0
            ? "The certificate is from an authority that the connection names."
        : "The certificate is trusted.";

    private static Finding Clock(TimeSpan? difference)
    {
        if (difference is not { } ahead)
            return new Finding(CheckOutcome.NotReached, "The gateway does not tell its time.");
        if (ahead.Duration() <= Finest) return Passed("The gateway's clock agrees with this machine's.");
        var result = string.Format(
            CultureInfo.InvariantCulture,
            "The gateway's clock is {0:0} s {1} this machine's.",
            ahead.Duration().TotalSeconds,
            ahead < TimeSpan.Zero ? "behind" : "ahead of");
        return ClockSkew.Remedy(ahead) is { } remedy
            ? new Finding(CheckOutcome.Failed, result, remedy)
            : Passed(result);
    }

    private static Finding UnknownZone(ServerZone zone) => new(
        CheckOutcome.Failed,
        $"The server says it is in '{zone}', which is in no known form.",
        "Times are still shown as the service writes them, but are marked as ambiguous.");

    private static Finding Passed(string result) => new(CheckOutcome.Passed, result);

    private static Finding Failed(FlowServiceException failure) =>
        new(CheckOutcome.Failed, failure.Problem, failure.Remedy);

    private static Finding? Of<T>(Attempt<T>? attempt, Func<T, string> describe) =>
        attempt is null ? null : attempt.Failure is { } failure ? Failed(failure) : Passed(describe(attempt.Result!));

    private static async Task<Attempt<T>?> TryAsync<T>(Func<Task<T>> call)
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

    private static async Task<Attempt<T>?> ThenAsync<TBefore, T>(Attempt<TBefore>? before, Func<Task<T>> call) =>
        before is { Failure: null } ? await TryAsync(call).ConfigureAwait(false) : null;

    /// <summary>A call that was made.</summary>
    private sealed record Attempt<T>(T? Result, FlowServiceException? Failure);

    private sealed record Finding(CheckOutcome Outcome, string Result, string? Remedy = null);
}
